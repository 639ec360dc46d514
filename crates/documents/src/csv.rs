//! Rows for a spreadsheet (RFC 4180), in UTF-8 with the mark by which Excel knows it.

use pledgeboard_domain::text::inert;

/// Writes rows; each field is quoted where it must be.
pub fn csv(rows: &[Vec<String>]) -> Vec<u8> {
    let mut out = String::from('\u{feff}');
    for row in rows {
        let fields: Vec<String> = row.iter().map(|field| quoted(field)).collect();
        out.push_str(&fields.join(","));
        out.push_str("\r\n");
    }
    out.into_bytes()
}

/// What makes a formula of a cell, in half and in full width, and what a spreadsheet may cut off before it (OWASP, "CSV
/// injection").
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\n', '＝', '＋', '－', '＠'];

/// A spreadsheet would run words that begin like a formula; behind an apostrophe it shows them as they are.
fn quoted(field: &str) -> String {
    let field = inert(field);
    let runs = field.trim_start().starts_with(FORMULA) || field.starts_with(FORMULA);
    let safe = if runs { format!("'{field}") } else { field.into_owned() };
    if safe.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_quoted_where_they_must_be_and_never_run() {
        let row = ["A26-001", "Ask, and say “why”", "the \"list\"", "=1+1", "two\nlines"].map(str::to_owned);
        let expected = "\u{feff}A26-001,\"Ask, and say “why”\",\"the \"\"list\"\"\",'=1+1,\"two\nlines\"\r\n";
        assert_eq!(String::from_utf8(csv(&[row.to_vec()])).unwrap(), expected);
    }

    /// What a program reads out of the file (RFC 4180).
    fn read(file: &[u8]) -> Vec<Vec<String>> {
        let text = std::str::from_utf8(file).unwrap().trim_start_matches('\u{feff}');
        let (mut rows, mut row, mut field, mut quoted) = (vec![], vec![], String::new(), false);
        let mut letters = text.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '"' if quoted && letters.next_if_eq(&'"').is_some() => field.push('"'),
                '"' => quoted = !quoted,
                ',' if !quoted => row.push(std::mem::take(&mut field)),
                '\r' if !quoted => {
                    assert_eq!(letters.next(), Some('\n'));
                    row.push(std::mem::take(&mut field));
                    rows.push(std::mem::take(&mut row));
                }
                other => field.push(other),
            }
        }
        rows
    }

    #[test]
    fn what_begins_like_a_formula_never_runs_and_reads_back() {
        let hostile = [
            "=cmd|' /C calc'!A0",
            "+1+1",
            "-2+3+cmd|' /C calc'!A0",
            "@SUM(1,2)",
            "\t=1+1",
            "\n=1+1",
            "  =HYPERLINK(\"x\")",
            "＝1+1",
            "\u{200b}=1+1",
            "\r\n=1+1",
        ];
        let written = csv(&[hostile.map(str::to_owned).to_vec()]);
        for (cell, meant) in read(&written)[0].iter().zip(hostile) {
            assert_eq!(cell.strip_prefix('\''), Some(&*inert(meant)), "{meant:?}");
        }
    }

    #[test]
    fn what_steers_reaches_no_cell() {
        let row = ["a\0b\u{202e}c\u{7f}", "two\r\nlines, one cell"].map(str::to_owned);
        assert_eq!(read(&csv(&[row.to_vec()])), [["abc", "two\nlines, one cell"]]);
    }
}
