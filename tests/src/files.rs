//! The system's file dialogs. They are not part of the page, so no driver can press their buttons; the tests stand
//! where the dialog would stand and give its answer, and everything before and after it is real.

use std::path::Path;

use anyhow::Result;
use serde_json::json;

use crate::User;

/// Which dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialog {
    Open,
    OpenSeveral,
    Save,
}

impl User {
    /// The next time the app asks for a file, the answer is this one. Holds until the page is loaded anew.
    pub async fn will_answer(&self, dialog: Dialog, file: &Path) -> Result<()> {
        let asked = match dialog {
            Dialog::Open | Dialog::OpenSeveral => "plugin%3Adialog%7Copen",
            Dialog::Save => "plugin%3Adialog%7Csave",
        };
        let script = "
            const [asked, answer] = arguments;
            const real = window.fetch.bind(window);
            let given = false;
            window.fetch = (address, options) => {
                if (given || !String(address).includes(asked)) return real(address, options);
                given = true;
                const headers = { 'Content-Type': 'application/json', 'Tauri-Response': 'ok' };
                return Promise.resolve(new Response(JSON.stringify(answer), { headers }));
            };";
        let answer = if dialog == Dialog::OpenSeveral { json!([file]) } else { json!(file) };
        self.client.execute(script, vec![json!(asked), answer]).await?;
        Ok(())
    }
}
