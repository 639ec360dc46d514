//! Search in a shared board: words without case or accents in a `tsvector`, as FTS5 takes them in a file.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::{Hit, Indexed, row_number, words_of};
use crate::{
    error::StoreError,
    rows::insert_values,
    sql::{Arg, Connection, sql},
};

/// So many words around what was found.
const EXCERPT: usize = 12;

pub(super) async fn put(conn: &mut Connection<'_>, all: Vec<Indexed>) -> Result<(), StoreError> {
    let rows = all.into_iter().map(|it| {
        [
            Arg::Integer(row_number(it.id)),
            Arg::Text(it.kind.into()),
            Arg::Id(it.id),
            Arg::Text(it.access),
            Arg::Text(folded_words(&it.title)),
            Arg::Text(folded_words(&it.body)),
            Arg::Text(it.title),
            Arg::Text(it.body),
        ]
    });
    let columns = ["rowid", "kind", "record_id", "access", "title_words", "body_words", "title", "body"];
    insert_values(conn, "search", &columns, rows).await
}

pub(super) async fn find(
    conn: &mut Connection<'_>,
    words: &[&str],
    limit: i64,
) -> Result<Vec<Hit>, StoreError> {
    let words: Vec<String> = words.iter().map(|word| folded(word)).collect();
    let beginnings: Vec<String> = words.iter().map(|word| format!("{word}:*")).collect();
    // A word of the title counts four times one of the body, as in a file.
    let found = sql(
        "SELECT kind, record_id, access, title, body FROM search WHERE words @@ to_tsquery('simple', $1) \
         ORDER BY ts_rank('{0, 0, 0.25, 1}', words, to_tsquery('simple', $1)) DESC, rowid LIMIT $2",
    );
    let mut hits = vec![];
    for row in found.text(beginnings.join(" & ")).integer(limit).all(conn).await? {
        let (title, body): (String, String) = (row.get(3)?, row.get(4)?);
        hits.push(Hit {
            kind: row.get(0)?,
            record: row.get(1)?,
            access: row.get(2)?,
            excerpt: excerpt(&body, &words).or_else(|| excerpt(&title, &words)).unwrap_or_default(),
            title,
        });
    }
    Ok(hits)
}

/// Without case and accents.
fn folded(text: &str) -> String {
    text.nfd().filter(|it| !is_combining_mark(*it)).flat_map(char::to_lowercase).collect()
}

/// Words alone: PostgreSQL's parser would keep what looks like an address or a number together.
fn folded_words(text: &str) -> String {
    let text = folded(text);
    words_of(&text).collect::<Vec<_>>().join(" ")
}

/// The words around the first that was found, each found one between `\u{2}` and `\u{3}`; none when none stands here.
fn excerpt(text: &str, found: &[String]) -> Option<String> {
    let is_found = |word: &str| {
        let word = folded(word);
        found.iter().any(|begins| word.starts_with(begins.as_str()))
    };
    let spans: Vec<(usize, &str)> =
        words_of(text).map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word)).collect();
    let first = spans.iter().position(|(_, word)| is_found(word))?;
    let from = first.saturating_sub(EXCERPT / 3);
    let to = (from + EXCERPT).min(spans.len());
    let mut excerpt = String::new();
    if from > 0 {
        excerpt.push('…');
    }
    let mut at = if from == 0 { 0 } else { spans.get(from)?.0 };
    for (start, word) in spans.get(from..to)? {
        excerpt.push_str(text.get(at..*start)?);
        if is_found(word) {
            excerpt.extend(["\u{2}", word, "\u{3}"]);
        } else {
            excerpt.push_str(word);
        }
        at = start + word.len();
    }
    match to == spans.len() {
        true => excerpt.push_str(text.get(at..)?),
        false => excerpt.push('…'),
    }
    Some(excerpt)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_taken_without_case_and_accents() {
        assert_eq!(folded_words("Tŷ Gwyn, José’s e-mail: a.b@c.uk"), "ty gwyn jose s e mail a b c uk");
    }

    #[test]
    fn an_excerpt_stands_around_the_first_word_that_was_found() {
        let text = "one two three four five six Tŷ seven eight nine ten eleven twelve thirteen fourteen";
        let excerpt = excerpt(text, &["ty".into()]).unwrap();
        assert_eq!(excerpt, "…three four five six \u{2}Tŷ\u{3} seven eight nine ten eleven twelve thirteen…");
    }

    #[test]
    fn a_short_text_is_its_own_excerpt() {
        assert_eq!(excerpt("(My room)", &["roo".into()]).unwrap(), "(My \u{2}room\u{3})");
        assert_eq!(excerpt("My room", &["school".into()]), None);
    }
}
