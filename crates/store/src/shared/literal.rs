//! Statements with their values written into the text, as a message of several statements wants them.
//!
//! Everywhere else values are bound. Here each is written as a literal of its type by PostgreSQL's own rules (the manual,
//! 4.1.2.1 and 4.1.2.7): a text between single quotes, those within it doubled. A backslash means itself, since each
//! connection begins with `standard_conforming_strings` on.

use std::fmt::Write;

use crate::{column::ColumnType, error::StoreError, sql::Arg};

/// `text` with `arguments` in the place of its `$1`, `$2`…
///
/// # Errors
/// When a value holds the character NUL, which PostgreSQL does not take, or a `$n` has no value.
pub(crate) fn written(text: &str, arguments: &[Arg]) -> Result<String, StoreError> {
    let mut parts = text.split('$');
    let mut written = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.find(|it: char| !it.is_ascii_digit()).unwrap_or(part.len());
        let (number, rest) = part.split_at(digits);
        let argument = number.parse::<usize>().ok().and_then(|it| arguments.get(it.checked_sub(1)?));
        let Some(argument) = argument else {
            return Err(invalid(format!("${number} has no value")));
        };
        written.push_str(&literal(argument)?);
        written.push_str(rest);
    }
    Ok(written)
}

fn literal(argument: &Arg) -> Result<String, StoreError> {
    Ok(match argument {
        Arg::Id(id) => format!("CAST('{id}' AS uuid)"),
        Arg::Text(text) => format!("CAST({} AS text)", quoted(text)?),
        Arg::Name(name) => format!("CAST({} AS text)", quoted(name)?),
        Arg::Date(date) => format!("CAST('{date}' AS date)"),
        Arg::Integer(number) => format!("CAST('{number}' AS bigint)"),
        Arg::Flag(flag) => format!("CAST('{flag}' AS boolean)"),
        Arg::Number(number) => format!("CAST('{number}' AS double precision)"),
        Arg::Time(time) => format!("CAST('{time}' AS time)"),
        Arg::Moment(moment) => format!("CAST('{}' AS timestamptz)", moment.to_rfc3339()),
        Arg::Bytes(bytes) => {
            let mut hex = String::with_capacity(bytes.len() * 2);
            for byte in bytes {
                // Writing to a String cannot fail.
                let _ = write!(hex, "{byte:02x}");
            }
            format!("CAST('\\x{hex}' AS bytea)")
        }
        Arg::Null(kind) => format!("CAST(NULL AS {})", named(*kind)),
    })
}

fn quoted(text: &str) -> Result<String, StoreError> {
    if text.contains('\0') {
        return Err(invalid("a text holds the character NUL".into()));
    }
    Ok(format!("'{}'", text.replace('\'', "''")))
}

fn named(kind: ColumnType) -> &'static str {
    match kind {
        ColumnType::Id => "uuid",
        ColumnType::Text | ColumnType::Json => "text",
        ColumnType::Date => "date",
        ColumnType::Time => "time",
        ColumnType::Integer => "bigint",
        ColumnType::Number => "double precision",
        ColumnType::Flag => "boolean",
    }
}

fn invalid(what: String) -> StoreError {
    StoreError::Sql(sqlx::Error::InvalidArgument(what))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_in_the_place_of_their_numbers() {
        let text = "SELECT $2, $1 FROM t WHERE a = $1 AND b = $10";
        let mut arguments = vec![Arg::Integer(-7), Arg::Text("it's; DROP TABLE \\' -- $1".into())];
        arguments.resize(10, Arg::Null(ColumnType::Date));
        assert_eq!(
            written(text, &arguments).unwrap(),
            "SELECT CAST('it''s; DROP TABLE \\'' -- $1' AS text), CAST('-7' AS bigint) FROM t \
             WHERE a = CAST('-7' AS bigint) AND b = CAST(NULL AS date)"
        );
    }

    #[test]
    fn what_postgresql_cannot_take_is_refused() {
        assert!(written("SELECT $1", &[Arg::Text("a\0b".into())]).is_err());
        assert!(written("SELECT $2", &[Arg::Integer(1)]).is_err());
        assert!(written("SELECT $0", &[Arg::Integer(1)]).is_err());
    }
}
