//! The rows of a spreadsheet for programs.

use serde_json::{Map, Value};

use crate::error::{AppError, Outcome};

/// An array of objects: the first row names the fields, as the spreadsheet's first line does.
pub fn json(rows: &[Vec<String>]) -> Outcome<Vec<u8>> {
    let Some((names, rows)) = rows.split_first() else { return Ok(b"[]\n".to_vec()) };
    let objects: Vec<Map<String, Value>> = rows
        .iter()
        .map(|row| names.iter().cloned().zip(row.iter().cloned().map(Value::String)).collect())
        .collect();
    let mut text = serde_json::to_vec_pretty(&objects).map_err(AppError::fault)?;
    text.push(b'\n');
    Ok(text)
}

#[cfg(test)]
mod tests {
    #[test]
    fn each_row_is_an_object_by_the_names_of_the_columns() {
        let rows = [["Reference", "What"], ["A26-001", "Ask, and say “why”"]];
        let rows: Vec<Vec<String>> = rows.iter().map(|row| row.map(str::to_owned).to_vec()).collect();
        let read: serde_json::Value = serde_json::from_slice(&super::json(&rows).unwrap()).unwrap();
        assert_eq!(read, serde_json::json!([{ "Reference": "A26-001", "What": "Ask, and say “why”" }]));
        assert_eq!(super::json(&[]).unwrap(), b"[]\n");
    }
}
