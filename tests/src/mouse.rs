//! The mouse, where it does more than press.

use std::time::Duration;

use anyhow::{Context, Result};
use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use serde_json::json;

use crate::User;
use crate::find::{self, Role};

const MOVING: Option<Duration> = Some(Duration::from_millis(120));

impl User {
    /// Drags the row of the button with the words `from` by its handle, to just above the middle of the row of `onto`.
    pub async fn drag_row(&self, from: &str, onto: &str) -> Result<()> {
        let row = self.find(Role::Button, onto, None).await?;
        let held = self.find(Role::Button, from, None).await?;
        let script = "return arguments[0].closest('tr').querySelector('.handle')";
        let handle = self.client.execute(script, vec![json!(held)]).await?;
        let handle = find::element_id(&handle).context("the row has nothing to drag it by")?;
        let handle = Element::from_element_id(self.client.clone(), handle);
        let to = |element, y| PointerAction::MoveToElement { element, duration: MOVING, x: 0.0, y };
        let mouse = MouseActions::new("mouse".into())
            .then(to(handle, 0.0))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(to(row.clone(), 12.0))
            .then(to(row, -4.0))
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.client.perform_actions(mouse).await.context("the row could not be dragged")
    }
}
