//! The fields of the promises report.

use std::collections::HashSet;

use pledgeboard_documents::content::{
    DeedOf,
    child_promises::{ChildPromisesInput, PromiseRecord},
    poster::PosterInput,
};
use uuid::Uuid;

use super::{PlainWords, answered, is_printed, who_to_talk_to};
use crate::reports::WordsField;

pub fn report(input: &ChildPromisesInput) -> Vec<PlainWords> {
    let called = input.board.promise_words().one_capital();
    input
        .promises
        .iter()
        .flat_map(|record| promise(&called, record))
        .chain(answered(&input.answered))
        .chain([who_to_talk_to(&input.board)])
        .collect()
}

/// The poster's: what was done, and what children said that led to it.
pub fn poster(input: &PosterInput) -> Vec<PlainWords> {
    let called = input.board.promise_words().one_capital();
    let done = |record: &&PromiseRecord| record.commitments.iter().any(|it| it.done_on.is_some());
    let of_promises = input.promises.iter().filter(done).flat_map(|record| {
        let all = promise(&called, record).into_iter();
        all.filter(|it| matches!(it.field, WordsField::PromiseYouSaid | WordsField::CommitmentDone))
    });
    let deeds = input.answered.iter().filter(|it| is_printed(it)).filter_map(|it| {
        let deed = it.deed.as_ref()?;
        let (field, id): (WordsField, Uuid) = match deed.of {
            DeedOf::Action(id) => (WordsField::ActionDone, id.into()),
            DeedOf::Commitment(id) => (WordsField::CommitmentDone, id.into()),
        };
        let words = PlainWords::new(field, id, deed.version, "We did", &deed.plain_text);
        Some(words.about(&it.voice.words))
    });
    let mut all: Vec<PlainWords> = of_promises.chain(deeds).chain([who_to_talk_to(&input.board)]).collect();
    // One deed may answer several voices, and a promise's commitment is a deed as well.
    let mut seen = HashSet::new();
    all.retain(|it| seen.insert((it.field, it.id)));
    all
}

/// The same of a set, for the document of its promises.
pub fn set(input: &ChildPromisesInput) -> Vec<PlainWords> {
    let period = &input.period;
    let vision = PlainWords::new(
        WordsField::Vision,
        period.id,
        period.version,
        "What we want for you",
        &period.vision_for_children,
    )
    .about("What the board wants for every child in its care, in two or three short sentences.");
    [vision].into_iter().chain(report(input)).collect()
}

fn promise(called: &str, record: &PromiseRecord) -> Vec<PlainWords> {
    let promise = &record.promise;
    let place = |part: &str| format!("{called} {}: {part}", promise.number);
    let of = |field, part: &str, words: &str| {
        PlainWords::new(field, promise.id, promise.version, &place(part), words)
    };
    let said: Vec<&str> =
        record.voices.iter().filter(|voice| !voice.sensitive).map(|voice| voice.words.as_str()).collect();
    let mut all = vec![
        of(WordsField::PromisePlain, "What we promise", &promise.plain_text).about(&promise.text),
        of(WordsField::PromiseYouSaid, "You said", &promise.you_said_plain).about(&said.join(" · ")),
    ];
    all.extend(record.commitments.iter().map(|it| {
        let (field, part, words) = match it.done_on {
            Some(_) => (WordsField::CommitmentDone, "We did", &it.done_plain),
            None => (WordsField::CommitmentPlain, "We will", &it.plain_text),
        };
        PlainWords::new(field, it.id, it.version, &place(part), words).about(&it.text)
    }));
    all.extend(record.measures.iter().map(|it| {
        let place = place("How will we know?");
        PlainWords::new(WordsField::MeasurePlain, it.id, it.version, &place, &it.plain_text).about(&it.text)
    }));
    all
}
