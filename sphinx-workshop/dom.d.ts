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

// What is put in place of words when the scripts are published: see domain/scripts.py.
declare function _(message: string, values?: Record<string, string | number>): string;
declare function _parts(message: string, values: object): (Node | string)[];
declare function _n(one: string, many: string): string[];
declare function _plural(number: number): number;
declare const _language: string;
