//! A table to read in a terminal.

use serde_json::{Map, Value};

/// No column is wider than this, in characters.
const WIDEST: usize = 56;

/// The named fields of each row, in columns.
pub fn aligned(rows: &[Map<String, Value>], fields: &[&str]) -> String {
    let mut lines = vec![fields.iter().map(|field| field.replace('_', " ")).collect::<Vec<_>>()];
    for row in rows {
        lines.push(fields.iter().map(|field| cell(row.get(*field))).collect());
    }
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..fields.len()).map(width).collect();
    let aligned = lines.iter().map(|line| {
        let cells: Vec<String> =
            line.iter().zip(&widths).map(|(text, width)| format!("{text:width$}")).collect();
        cells.join("  ").trim_end().to_owned()
    });
    aligned.collect::<Vec<_>>().join("\n")
}

fn cell(value: Option<&Value>) -> String {
    let text = match value {
        None | Some(Value::Null | Value::Bool(false)) => String::new(),
        Some(Value::Bool(true)) => "yes".into(),
        Some(Value::String(text)) => text.replace('\n', " "),
        Some(Value::Array(values)) => values.iter().map(|it| cell(Some(it))).collect::<Vec<_>>().join(", "),
        Some(other) => other.to_string(),
    };
    if text.chars().count() <= WIDEST {
        return text;
    }
    text.chars().take(WIDEST - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::aligned;

    #[test]
    fn columns_line_up_and_long_words_are_cut() {
        let rows = [json!({ "a": "x".repeat(80), "b_c": 1 }), json!({ "a": "é", "b_c": null })];
        let rows: Vec<_> = rows.iter().filter_map(|row| row.as_object().cloned()).collect();
        let text = aligned(&rows, &["a", "b_c"]);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0].find("b c"), Some(58));
        assert_eq!(lines[1].chars().nth(55), Some('…'));
        assert_eq!(lines[1].chars().nth(58), Some('1'));
        assert_eq!(lines[2], "é");
    }
}
