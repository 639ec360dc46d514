//! One promise, on its page.

use pledgeboard_domain::{Audience, Better, Lens, Measure, Rating, small_numbers, wording};

use super::{ChildPromisesInput, PromiseRecord};
use crate::block::{Block, Cell, Document, Icon, Inline, Table, Tone};
use crate::content::{children, figures, lenses, pills};

/// Own words of children behind one promise; more would crowd its page.
const QUOTES: usize = 2;

pub fn push(document: &mut Document, input: &ChildPromisesInput, record: &PromiseRecord) {
    let promise = &record.promise;
    let called = input.board.promise_words().one_capital();
    document.heading(2, format!("{called} {}: {}", promise.number, promise.title));
    for words in children::or_still_writing([promise.plain_text.as_str()]) {
        document.push(Block::runs(words));
    }
    let printed = record
        .voices
        .iter()
        .filter(|voice| voice.is_quote && voice.may_be_printed_for(Audience::Children))
        .take(QUOTES);
    let mut quotes: Vec<String> = vec![];
    for voice in printed {
        document.holds(voice.id);
        quotes.push(format!("“{}”", voice.words.trim()));
    }
    let said = std::iter::once(promise.you_said_plain.as_str()).chain(quotes.iter().map(String::as_str));
    document.push(children::pair(Icon::said(), Tone::Plum, "You said", said));

    let (done, open): (Vec<_>, Vec<_>) = record.commitments.iter().partition(|it| it.done_on.is_some());
    let will: Vec<&str> = open.iter().map(|it| it.plain_text.as_str()).collect();
    if !will.is_empty() || done.is_empty() {
        document.push(children::pair(Icon::will(), Tone::Teal, "We will", will));
    }
    let known: Vec<String> = record.measures.iter().map(measure).collect();
    document.push(children::pair(
        Icon::know(),
        Tone::Sun,
        "How will we know?",
        known.iter().map(String::as_str),
    ));
    if !done.is_empty() {
        let did = done.iter().map(|it| it.done_plain.as_str());
        document.push(children::pair(Icon::did(), Tone::Leaf, "We did", did));
    }
    kept(document, input, record);
}

/// The plain words, and the number where there is one.
fn measure(measure: &Measure) -> String {
    if measure.plain_text.trim().is_empty() {
        return String::new();
    }
    let mut words = crate::content::closed::sentence(&measure.plain_text);
    // Plain words that tell the number themselves are not told it again.
    if words.contains(|letter: char| letter.is_ascii_digit()) {
        return words;
    }
    if let Some(latest) = measure.latest() {
        let now = if measure.hides(&latest) { hidden(measure) } else { amount(latest.value, &measure.unit) };
        words.push_str(&format!(" Now it is {now}."));
    }
    if let Some(target) = measure.target {
        let more = match measure.better {
            Better::Higher => "more",
            Better::Lower => "fewer",
        };
        words.push_str(&format!(" We want {} or {more}.", amount(target, &measure.unit)));
    }
    words
}

/// "11 in every 100" for a share.
fn amount(value: f64, unit: &str) -> String {
    if unit.trim() == "%" {
        return format!("{} in every 100", figures::figure(value));
    }
    figures::amount(value, unit)
}

/// A number that could point at a child is not told (rule 6).
fn hidden(measure: &Measure) -> String {
    if measure.unit.trim() == "%" { "too few to say".into() } else { small_numbers::alone(1) }
}

fn kept(document: &mut Document, input: &ChildPromisesInput, record: &PromiseRecord) {
    let of = |lens: Lens| rating(input, record, lens);
    let champion = match record.link_champion.trim() {
        "" => "The councillor who visits says".to_owned(),
        name => format!("{} visited and saw", name.replace("Cllr ", "Councillor ")),
    };
    let called = input.board.promise_words().one;
    let summary = format!("Who says what about this {called}");
    let mut table = Table::new(summary, Vec::<Cell>::new(), &[7.0, 3.6]);
    table.row(vec!["The people who run services say".into(), pills::rating(of(Lens::Officers)).into()]);
    table.row(vec![champion.into(), pills::rating(of(Lens::LinkChampion)).into()]);
    table.row(vec![Inline::bold("You say").into(), pills::rating(of(Lens::Children)).into()]);
    let verdict = verdict(input, of(Lens::Officers), of(Lens::LinkChampion), of(Lens::Children));
    document.push(Block::Together(vec![
        Block::heading(3, format!("Have we kept this {called}?")),
        Block::Table(table),
        Block::runs(verdict),
    ]));
}

pub fn rating(input: &ChildPromisesInput, record: &PromiseRecord, lens: Lens) -> Rating {
    lenses::rating(record, lens, input.today, &input.half_terms)
}

/// What follows from the three; each sentence has one idea.
fn verdict(input: &ChildPromisesInput, officers: Rating, champion: Rating, young: Rating) -> Vec<Inline> {
    let opinions: Vec<Rating> =
        [officers, champion, young].into_iter().filter(|rating| *rating != Rating::CannotTell).collect();
    let agree = opinions.windows(2).all(|pair| pair.first() == pair.last());
    let called = input.board.promise_words().one;
    let talk = input
        .next_meeting
        .map(|day| format!(" We will talk about it on {}.", wording::near_date(day, input.today)))
        .unwrap_or_default();
    if !agree {
        let who = match young {
            Rating::CannotTell => "We do not all agree.",
            _ if young == officers || young == champion => "We do not all agree. You are the ones who know.",
            _ => "You and the adults do not agree. You are the ones who know.",
        };
        return vec![
            Inline::bold(who),
            Inline::text(format!(" So we are still working on this {called}.{talk}")),
        ];
    }
    let Some(shared) = opinions.first() else {
        return vec![Inline::bold("We do not know yet."), Inline::text(" Please tell us what you think.")];
    };
    let who = match (young, opinions.len()) {
        (Rating::CannotTell, _) => "The adults",
        (_, 3) => "Everyone",
        _ => "You",
    };
    let says = if who == "Everyone" { "says" } else { "say" };
    let (strong, then) = match shared {
        Rating::Kept => (format!("{who} {says} yes."), " Tell us if that changes.".to_owned()),
        Rating::GettingThere => {
            (format!("{who} {says} we are getting there."), " We have more to do.".to_owned())
        }
        _ => (
            format!("We have not kept this {called} yet."),
            format!(" We are sorry. We must do better.{talk}"),
        ),
    };
    let mut inlines = vec![Inline::bold(strong), Inline::text(then)];
    if young == Rating::CannotTell {
        inlines.push(Inline::text(" We do not know yet what you think. Please tell us."));
    }
    inlines
}
