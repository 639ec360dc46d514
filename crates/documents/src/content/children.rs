//! What every document in plain words shares. Sentences for children have at most 15 words and one idea.

use pledgeboard_domain::{Audience, Board, ItemKind, Purpose, fixed::glossary};

use super::{AnsweredVoice, Edition};
use crate::block::{Block, Document, Icon, Inline, Pair, Table, Tone, plain};
use crate::palette::Colour;
use crate::text;

/// Stands where plain words are missing; the words for adults never do.
pub const STILL_WRITING: &str = "We are still writing this part.";

/// Whether something will be or has been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    Will,
    Did,
}

pub fn document(board: &Board, edition: Edition, title: &str, subtitle: &str) -> Document {
    let mut document = Document::new(title, edition.style());
    document.publisher.clone_from(&board.council);
    document.accent = Colour::accent(&board.colour);
    document.footer = format!("{} · {}", board.council, edition.glossary_is_there());
    document.push(Block::Title {
        kicker: Some(edition.readers().to_owned()),
        text: title.to_owned(),
        subtitle: vec![subtitle.to_owned()],
    });
    document
}

/// The plain words, or the sentence that says that there are none yet.
pub fn or_still_writing<'a>(words: impl IntoIterator<Item = &'a str>) -> Vec<Vec<Inline>> {
    let written: Vec<Vec<Inline>> =
        words.into_iter().filter(|words| !words.trim().is_empty()).map(sentences).collect();
    if written.is_empty() { vec![plain(STILL_WRITING)] } else { written }
}

/// Each sentence on a line of its own, as easy read has it.
fn sentences(words: &str) -> Vec<Inline> {
    let mut lines = String::new();
    let mut rest = words.trim();
    while let Some(end) = rest.find(['.', '!', '?']) {
        let end = end + 1;
        let follows = rest.get(end..).unwrap_or_default();
        lines.push_str(rest.get(..end).unwrap_or_default());
        let next = follows.trim_start();
        let breaks = follows.len() > next.len() && next.chars().next().is_some_and(char::is_uppercase);
        if breaks {
            lines.push('\n');
            rest = next;
        } else {
            rest = follows;
        }
    }
    lines.push_str(rest);
    plain(lines)
}

pub fn pair<'a>(icon: Icon, tone: Tone, label: &str, words: impl IntoIterator<Item = &'a str>) -> Block {
    Block::Pair(Pair { icon, tone, label: Some(label.to_owned()), paragraphs: or_still_writing(words) })
}

/// What an item is for, with its picture.
pub fn purpose_pair<'a>(
    edition: Edition,
    purpose: Purpose,
    tense: Tense,
    words: impl IntoIterator<Item = &'a str>,
) -> Block {
    let (icon, tone) = match purpose {
        Purpose::Listen => ("message-circle", Tone::Plum),
        Purpose::Lead => ("footprints", Tone::Teal),
        Purpose::Check => ("eye", Tone::Sun),
        Purpose::Decide => ("circle-check", Tone::Leaf),
        Purpose::Note => ("book-open", Tone::Soft),
        Purpose::Business => ("list-checks", Tone::Soft),
    };
    pair(Icon::or_star(icon), tone, edition.purpose(purpose, tense), words)
}

/// Items that only matter to how a meeting is run; they are left out unless someone wrote plain words for them.
pub fn is_procedure(kind: ItemKind) -> bool {
    matches!(
        kind,
        ItemKind::Welcome
            | ItemKind::Interests
            | ItemKind::Election
            | ItemKind::LastMinutes
            | ItemKind::PublicQuestions
            | ItemKind::Actions
            | ItemKind::WorkProgramme
            | ItemKind::Exclusion
            | ItemKind::Other
    )
}

pub fn private_part(edition: Edition, tense: Tense) -> Block {
    pair(Icon::or_star("lock"), Tone::Soft, "In private", [edition.private_part(tense)])
}

/// What a child said and what the board says to it, where both may be printed for children.
pub fn answered(document: &mut Document, voices: &[AnsweredVoice]) {
    let printed: Vec<_> = voices
        .iter()
        .filter(|it| it.voice.may_be_printed_for(Audience::Children) && it.access.is_open())
        // A summary is in the words of the adult who wrote it down.
        .filter(|it| it.voice.is_quote)
        .collect();
    if printed.is_empty() {
        return;
    }
    document.heading(2, "You said, we say");
    for it in printed {
        let theme = it.theme.for_children().map(|name| format!(" · {name}")).unwrap_or_default();
        document.holds(it.voice.id);
        let said = format!("“{}”", it.voice.words.trim());
        let asked = Block::Pair(Pair {
            icon: Icon::said(),
            tone: Tone::Plum,
            label: Some(format!("You said{theme}")),
            paragraphs: vec![plain(said)],
        });
        let (tone, icon) = match it.answer.kind {
            pledgeboard_domain::AnswerKind::NoBecause => (Tone::Coral, Icon::or_star("reply")),
            _ => (Tone::Leaf, Icon::told()),
        };
        let answered = pair(icon, tone, "We say", [it.answer.plain_text.as_str()]);
        document.push(Block::Together(vec![asked, answered]));
    }
}

/// Who to talk to, and the words that are hard.
pub fn close(document: &mut Document, board: &Board) {
    let edition = Edition::of(document);
    document.push(Block::Together(vec![
        Block::heading(2, edition.who_to_talk_to()),
        pair(Icon::or_star("phone"), Tone::Teal, "Talk to us", [board.who_to_talk_to.as_str()]),
        pair(Icon::or_star("shield"), Tone::Coral, edition.unsafe_label(), [edition.when_unsafe()]),
    ]));
    let hard = hard_words(&text(document), board, edition);
    document.heading(2, edition.glossary());
    let summary = format!("{} and what they mean", edition.glossary());
    let mut table = Table::new(summary, ["Word", "What it means"], &[1.0, 2.4]);
    for (word, meaning) in hard {
        table.row(vec![word.into(), meaning.into()]);
    }
    document.push(Block::Table(table));
}

/// The glossary's words that stand in the document, and those that every such document uses.
fn hard_words(said: &str, board: &Board, edition: Edition) -> Vec<(String, String)> {
    let said = said.to_lowercase();
    let explained = |it: &glossary::Explained| match edition {
        Edition::Children => it.for_children,
        Edition::CareLeavers => it.for_councillors,
    };
    let mut words = vec![(
        board.name.clone(),
        match edition {
            Edition::Children => "A group of adults. They must make sure that we look after you well.",
            Edition::CareLeavers => {
                "Councillors, officers and partners who answer for how the council looks after children in care and care leavers."
            }
        }
        .to_owned(),
    )];
    let found = glossary::hard_for_children()
        .filter(|it| !it.word.eq_ignore_ascii_case(&board.name) && has_word(&said, &it.word.to_lowercase()));
    words.extend(found.map(|it| (it.word.to_owned(), explained(it).to_owned())));
    if has_word(&said, "councillor") && !words.iter().any(|(word, _)| word.eq_ignore_ascii_case("councillor"))
    {
        let meaning = match edition {
            Edition::Children => "A person that people vote for. They help to run the council.",
            Edition::CareLeavers => "Somebody whom people in the area elected to the council.",
        };
        words.push(("councillor".to_owned(), meaning.to_owned()));
    }
    let called = board.promise_words();
    if !called.is_plain()
        && has_word(&said, &called.one)
        && !words.iter().any(|(word, _)| *word == called.one)
    {
        words.push((called.one, "Something that we promise to do for you.".to_owned()));
    }
    words.sort_by_key(|(word, _)| word.to_lowercase());
    words
}

/// Whether a whole word, or its plural, stands in the text.
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let rest = text.get(at + word.len()..).unwrap_or_default();
        let rest = rest.strip_prefix('s').unwrap_or(rest);
        !before.is_some_and(char::is_alphanumeric) && !rest.chars().next().is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sentence_has_a_line_of_its_own() {
        let lines = |words: &str| crate::block::join_words(&sentences(words));
        assert_eq!(
            lines("You moved too often. Nobody told your school."),
            "You moved too often.\nNobody told your school."
        );
        assert_eq!(
            lines("It costs £3.50 now. Is that fair? We say no"),
            "It costs £3.50 now.\nIs that fair?\nWe say no"
        );
    }

    #[test]
    fn a_word_counts_only_as_a_whole() {
        assert!(has_word("ask your social workers today", "social worker"));
        assert!(!has_word("a careful contactless card", "contact"));
    }
}
