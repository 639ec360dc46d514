//! Rows for a spreadsheet (RFC 4180), in UTF-8 with the mark by which Excel knows it.

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

fn quoted(field: &str) -> String {
    // A spreadsheet would run words that begin like a formula.
    let safe =
        if field.starts_with(['=', '+', '-', '@', '\t']) { format!("'{field}") } else { field.to_owned() };
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
}
