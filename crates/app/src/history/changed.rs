//! A change of a record in plain words: what it was, and what it is now (domain rule 10).

use chrono::{NaiveDate, NaiveTime};
use pledgeboard_domain::wording;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::assessed;

/// A record's fields, as the history keeps them.
pub type Fields = Map<String, Value>;

/// One sentence for each field that differs: "The due date changed from Friday 15 January 2027 to Monday 1 February
/// 2027." A record that was added or taken out whole has a line for each field that holds something.
///
/// `name` gives the name of the person, theme, meeting or other record that an id stands for.
pub fn sentences(
    before: Option<&Fields>,
    after: Option<&Fields>,
    name: &impl Fn(Uuid) -> Option<String>,
) -> Vec<String> {
    let (before, after) = match (before, after) {
        (Some(before), Some(after)) => (before, after),
        (Some(only), None) | (None, Some(only)) => return lines(only, name),
        (None, None) => return vec![],
    };
    let fields = before.keys().chain(after.keys().filter(|field| !before.contains_key(*field)));
    let of = |record: &Fields, field: &str| record.get(field).cloned().unwrap_or_default();
    fields
        .filter(|field| !matches!(field.as_str(), "id" | "version"))
        .map(|field| (field, of(before, field), of(after, field)))
        .filter(|(_, was, is)| was != is)
        .flat_map(|(field, was, is)| match field.as_str() {
            "modules" => assessed::sentences(&was, &is),
            _ => sentence(field, &was, &is, name).into_iter().collect(),
        })
        .collect()
}

fn lines(fields: &Fields, name: &impl Fn(Uuid) -> Option<String>) -> Vec<String> {
    fields
        .iter()
        .filter(|(field, _)| !matches!(field.as_str(), "id" | "version" | "position"))
        .filter_map(|(field, value)| {
            let words = if field == "modules" { assessed::whole(value) } else { words(value, name) };
            Some(format!("{}: {}.", called(field), words?))
        })
        .collect()
}

/// What a record is called by: its title, its name, its reference, its first words.
pub fn title(fields: &Fields) -> Option<String> {
    ["title", "name", "reference", "heading", "subject", "sentence", "text", "words"]
        .iter()
        .filter_map(|field| fields.get(*field)?.as_str())
        .find(|words| !words.trim().is_empty())
        .map(shortened)
}

/// Nothing where empty took the place of empty.
fn sentence(field: &str, was: &Value, is: &Value, name: &impl Fn(Uuid) -> Option<String>) -> Option<String> {
    if field == "position"
        && let (Some(was), Some(is)) = (was.as_i64(), is.as_i64())
    {
        let way = if is < was { "up" } else { "down" };
        return Some(format!("It moved {way}, from place {was} to place {is}."));
    }
    let called = called(field);
    match (words(was, name), words(is, name)) {
        (None, Some(is)) => Some(format!("{called} was empty and is now {is}.")),
        (Some(was), None) => Some(format!("{called} was {was} and is now empty.")),
        (Some(was), Some(is)) if was == is => Some(format!("{called} changed.")),
        (Some(was), Some(is)) => Some(format!("{called} changed from {was} to {is}.")),
        (None, None) => None,
    }
}

/// What people call a field, as the beginning of a sentence.
fn called(field: &str) -> String {
    let known = match field {
        "text" => "What it says",
        "plain_text" | "plain_summary" => "The plain words for children",
        "private_text" => "The part that is not public",
        "officer_summary" => "The proper officer’s summary",
        "public_title" => "The public title",
        "access" => "Who may read it",
        "access_reason" => "The reason why it is private",
        "due" => "The due date",
        "owner_id" => "Who does it",
        "lead_id" | "lead_words" => "Who leads it",
        "mover_id" => "Who moved it",
        "seconder_id" => "Who seconded it",
        "starts" => "When it starts",
        "ends" => "When it ends",
        "current_item_id" => "The item under discussion",
        "share" => "Where it may be shared",
        "done_on" => "The day on which it was done",
        "done_plain" => "What was done, in plain words",
        "presenting_minutes" => "The minutes for presenting",
        "discussing_minutes" => "The minutes for discussing",
        "internal_notes" => "The internal notes",
        "chair_comments" => "The chair’s comments",
        "sensitive" => "Whether it is sensitive",
        "questions" => "The list of questions",
        "engages" => "How it wishes to engage",
        "owes" => "The progress it owes each meeting",
        "meets" => "When it meets",
        "every" => "How often it is heard",
        "heard" => "The days on which it was heard",
        "heard_by" => "How they prefer to be heard",
        "told_by" => "Who told them, or how they prefer to be told",
        "age_bands" => "The ages that belong to it whole",
        "outcome" => "What became of it",
        "asks" => "What the board asks of the council",
        "foreword_by" => "Who wrote the foreword",
        "dealt_by" => "Who deals with it",
        "why" => "Why",
        "tool" => "How it is dealt with",
        "is_public" => "Whether the public may read it",
        "dropped_reason" => "Why it was dropped",
        "must_cover" => "What it must cover",
        "author_id" | "author_words" => "Who writes it",
        "retired_on" => "The day from which it is no more",
        "topic_id" => "Its topic of the work programme",
        "scrutiny_split" => "Who leads what",
        "scrutiny_terms" => "Who leads what, in words",
        "value" => "The number",
        "of" => "Out of how many",
        "like_us" => "The number of councils like ours",
        "england" => "The number of England",
        "all_children" => "The number of all children here",
        "counts" => "Whether it counts children",
        "better" => "Which way is better",
        "follows_id" => "Which promise it follows",
        "review_every" => "How many half-terms lie between two looks",
        "indicator_id" => "The indicator that its numbers come from",
        "meeting_pages" => "The limit of pages for a meeting",
        "paper_pages" => "The limit of pages for one paper",
        "on" => "The day",
        "modules" => "What the board asks itself",
        "observed_id" => "The meeting that was watched",
        "observed_by" => "Who watched it",
        "observation" => "What was seen there",
        "actions" => "The list of actions",
        _ => "",
    };
    if !known.is_empty() {
        return known.into();
    }
    let words = field.trim_end_matches("_id").replace('_', " ");
    format!("The {words}")
}

/// A value as people write it; nothing where there is nothing.
fn words(value: &Value, name: &impl Fn(Uuid) -> Option<String>) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Bool(yes) => Some(if *yes { "yes" } else { "no" }.into()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) if text.trim().is_empty() => None,
        Value::String(text) => Some(text_words(text, name)),
        Value::Array(values) => {
            let parts: Vec<String> = values.iter().filter_map(|value| words(value, name)).collect();
            (!parts.is_empty()).then(|| wording::list(&parts))
        }
        // A vote, an interest, a paragraph of a frozen copy: their own page shows them in full.
        Value::Object(_) => Some("one entry".into()),
    }
}

fn text_words(text: &str, name: &impl Fn(Uuid) -> Option<String>) -> String {
    if let Ok(id) = Uuid::parse_str(text) {
        return name(id).unwrap_or_else(|| "another record".into());
    }
    if let Ok(date) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        return wording::date(date);
    }
    if let Ok(time) = NaiveTime::parse_from_str(text, "%H:%M:%S") {
        return wording::time(time);
    }
    // The words of a choice are stored as one lower-case word with low lines.
    if text.contains('_') && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_') {
        return format!("“{}”", text.replace('_', " "));
    }
    format!("“{text}”")
}

fn shortened(words: &str) -> String {
    const LONGEST: usize = 80;
    if words.chars().count() <= LONGEST {
        return words.to_owned();
    }
    let cut: String = words.chars().take(LONGEST).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(kept, _)| kept))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn said(before: Value, after: Value) -> Vec<String> {
        let amina = |id: Uuid| (id == Uuid::nil()).then(|| "Cllr Amina Yusuf".to_owned());
        sentences(before.as_object(), after.as_object(), &amina)
    }

    #[test]
    fn each_field_says_what_it_was_and_what_it_is() {
        let before = json!({
            "id": "x", "version": 1, "due": "2027-01-15", "owner_id": null, "text": "Write to schools",
            "starts": "17:30:00", "state": "open", "sensitive": false,
        });
        let after = json!({
            "id": "x", "version": 2, "due": "2027-02-01", "owner_id": Uuid::nil(), "text": "Write to all schools",
            "starts": "18:00:00", "state": "with_board", "sensitive": true,
        });
        assert_eq!(
            said(before, after),
            [
                "The due date changed from Friday 15 January 2027 to Monday 1 February 2027.",
                "Who does it was empty and is now Cllr Amina Yusuf.",
                "Whether it is sensitive changed from no to yes.",
                "When it starts changed from 5:30pm to 6pm.",
                "The state changed from “open” to “with board”.",
                "What it says changed from “Write to schools” to “Write to all schools”.",
            ]
        );
    }

    #[test]
    fn a_move_says_which_way() {
        assert_eq!(
            said(json!({ "position": 4 }), json!({ "position": 3 })),
            ["It moved up, from place 4 to place 3."]
        );
    }

    #[test]
    fn what_was_taken_out_is_still_read() {
        assert_eq!(
            said(json!({ "evidence": "Two homes" }), json!({ "evidence": "" })),
            ["The evidence was “Two homes” and is now empty."]
        );
    }

    #[test]
    fn lists_are_read_out() {
        let (none, two) = (json!({ "questions": [] }), json!({ "questions": ["Why?", "When?"] }));
        assert_eq!(said(none, two), ["The list of questions was empty and is now “Why?” and “When?”."]);
    }

    #[test]
    fn what_was_added_is_read_line_by_line() {
        let added =
            json!({ "id": "x", "version": 1, "text": "Write to schools", "due": null, "plain_text": "" });
        let said = sentences(None, added.as_object(), &|_| None);
        assert_eq!(said, ["What it says: “Write to schools”."]);
    }

    #[test]
    fn a_record_is_called_by_its_first_words() {
        let of = |value: Value| title(value.as_object().unwrap());
        assert_eq!(
            of(json!({ "title": "", "text": "Write to schools" })).as_deref(),
            Some("Write to schools")
        );
        assert_eq!(of(json!({ "words": "so ".repeat(60) })).map(|it| it.chars().count() <= 81), Some(true));
        assert_eq!(of(json!({ "position": 1 })), None);
    }
}
