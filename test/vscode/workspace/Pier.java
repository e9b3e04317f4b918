/** A landing place: no stanza stands here. */
class Pier {
  static final String TAG = "<pier name=\"north\"/>";
}
