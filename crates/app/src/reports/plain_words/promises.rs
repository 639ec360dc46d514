//! The fields of the promises report.

use pledgeboard_documents::content::child_promises::{ChildPromisesInput, PromiseRecord};

use super::{PlainWords, answered, who_to_talk_to};
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
