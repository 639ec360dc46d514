//! Splitting a text into sentences and words. A new line ends a sentence, as a heading or an item of a list does.

use super::Word;

/// Short forms whose full stop never ends a sentence, in lower case and without the stop.
const NEVER_LAST: [&str; 14] =
    ["mr", "mrs", "ms", "mx", "dr", "st", "cllr", "prof", "rev", "e.g", "i.e", "eg", "ie", "vs"];

/// Short forms whose full stop ends a sentence only before a capital letter.
const SELDOM_LAST: [&str; 6] = ["a.m", "p.m", "etc", "approx", "no", "tel"];

/// The words of each sentence. A sentence without words is left out.
pub(super) fn split(text: &str) -> Vec<Vec<Word<'_>>> {
    let mut sentences = vec![];
    let mut offset = 0;
    for line in text.split('\n') {
        let pieces: Vec<(usize, &str)> = pieces(line);
        let mut sentence = vec![];
        for (i, (start, piece)) in pieces.iter().enumerate() {
            if let Some(word) = word(piece, offset + start) {
                sentence.push(word);
            }
            let next = pieces.get(i + 1).map(|(_, piece)| *piece);
            if ends_sentence(piece, next) {
                sentences.push(std::mem::take(&mut sentence));
            }
        }
        sentences.push(sentence);
        offset += line.len() + 1;
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// What stands between white space, and where.
fn pieces(line: &str) -> Vec<(usize, &str)> {
    let mut pieces = vec![];
    let mut start = None;
    for (i, c) in line.char_indices() {
        match (c.is_whitespace(), start) {
            (false, None) => start = Some(i),
            (true, Some(from)) => {
                pieces.push((from, &line[from..i]));
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        pieces.push((from, &line[from..]));
    }
    pieces
}

/// The piece without the signs around it; `None` for a dash or a bullet.
fn word(piece: &str, start: usize) -> Option<Word<'_>> {
    let first = piece.find(char::is_alphanumeric)?;
    let text = piece[first..].trim_end_matches(|c: char| !c.is_alphanumeric());
    Some(Word { text, start: start + first })
}

fn ends_sentence(piece: &str, next: Option<&str>) -> bool {
    let bare = piece.trim_end_matches(['"', '\'', '’', '”', ')', ']', '*', '_']);
    if bare.ends_with(['!', '?', '…']) {
        // "Why?" he asked.
        return next.is_none_or(|next| !next.starts_with(char::is_lowercase));
    }
    let Some(before) = bare.strip_suffix('.') else { return false };
    let before = before.trim_start_matches(|c: char| !c.is_alphanumeric());
    let lower = before.to_lowercase();
    if NEVER_LAST.contains(&lower.as_str()) {
        return false;
    }
    let initial = before.chars().count() == 1 && before.chars().all(char::is_uppercase) && before != "I";
    if initial || SELDOM_LAST.contains(&lower.as_str()) {
        let capital = next.is_none_or(|next| next.starts_with(char::is_uppercase));
        return capital && !initial;
    }
    true
}
