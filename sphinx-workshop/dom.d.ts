/**
 * The type of the elements that a selector finds, by the tag at its end: `.workshop-time time` finds
 * an HTMLTimeElement; one without a tag finds some element of HTML, as all of the pages are.
 */
type Found<Selector extends string> = Selector extends `${string},${string}`
  ? HTMLElement
  : Selector extends `${string} ${infer Last}`
    ? Found<Last>
    : Selector extends `${infer Tag}${"[" | ":" | "."}${string}`
      ? Found<Tag>
      : Selector extends keyof HTMLElementTagNameMap
        ? HTMLElementTagNameMap[Selector]
        : HTMLElement;

interface ParentNode {
  querySelector<Selector extends string>(selector: Selector): Found<Selector> | null;
  querySelectorAll<Selector extends string>(selector: Selector): NodeListOf<Found<Selector>>;
}
