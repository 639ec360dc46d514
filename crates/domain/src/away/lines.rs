//! From an e-mail as it came back to answers by label: quoted, wrapped, starred or cut as mail programs do it.

use std::collections::BTreeMap;

use super::labels::{Asked, END, asked, plain};

/// What a form says, and what stands in it that belongs to no label.
#[derive(Debug, Default)]
pub(super) struct Lines {
    pub answers: BTreeMap<Asked, String>,
    pub unread: Vec<String>,
}

/// The answers of the first form in `text`. A later line for the same label counts only where the first was empty:
/// below a reply often stands the empty form that it answers.
pub(super) fn read(text: &str) -> Lines {
    let Lines { answers: mut found, mut unread } = Lines::default();
    let mut current: Option<Asked> = None;
    for line in text.lines() {
        let line = unquoted(line);
        if plain(line) == plain(END) || is_signature(line) {
            if found.values().any(|answer| !answer.is_empty()) {
                break;
            }
            current = None;
            continue;
        }
        if let Some((label, answer)) = labelled(line) {
            let is_new = found.get(&label).is_none_or(String::is_empty);
            current = is_new.then_some(label);
            if is_new {
                found.insert(label, answer.to_owned());
            }
        } else if let Some(label) = current {
            let answer = found.entry(label).or_default();
            if line.is_empty() {
                // A blank line ends an answer that has begun; one straight after the label is the sender's habit.
                if !answer.is_empty() && !is_long(label) {
                    current = None;
                }
            } else if is_ours(line) {
                current = None;
            } else {
                if !answer.is_empty() {
                    answer.push(' ');
                }
                answer.push_str(line);
            }
        } else if !found.is_empty() && !line.is_empty() && !is_ours(line) {
            unread.push(line.to_owned());
        }
    }
    Lines { answers: found, unread }
}

/// A line of the form itself that asks nothing.
fn is_ours(line: &str) -> bool {
    plain(line).starts_with("is what a report says true")
}

/// Answers that may have paragraphs.
fn is_long(label: Asked) -> bool {
    matches!(label, Asked::Happened | Asked::Take)
}

/// Without the marks of quoting and of lists before it.
fn unquoted(line: &str) -> &str {
    line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '>' | '|' | '\u{feff}')).trim_end()
}

/// A label and what stands behind its colon.
fn labelled(line: &str) -> Option<(Asked, &str)> {
    let (label, answer) = line.split_once([':', '：'])?;
    let label = label.trim_start_matches(['*', '-', '•', '_', ' ']);
    let answer = answer.trim_matches(|c: char| c.is_whitespace() || c == '*');
    Some((asked(label)?, answer))
}

/// What mail programs put below a reply.
fn is_signature(line: &str) -> bool {
    line == "--"
        || line.starts_with("Sent from my ")
        || line.starts_with("Get Outlook for ")
        || line.starts_with("-----Original Message")
        || (line.starts_with("On ") && line.ends_with("wrote:"))
}
