"""The verbs: parse, call a service, print. Heavy parts are loaded by the verb that needs them."""
