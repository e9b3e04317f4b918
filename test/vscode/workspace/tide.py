reply = """<iq type='error' id='tide-1'><error><gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"""
