"""Extensions that know nothing of workshops; each can be left out."""
