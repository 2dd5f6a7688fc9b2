// SPDX-License-Identifier: Apache-2.0
package app.tomeru;

import android.app.Activity;
import android.content.Context;
import android.util.AttributeSet;
import android.view.View;

/** Android can make it. */
public class Good extends Activity {}

/** Not public. */
class Hidden extends Activity {
  public Hidden() {}
}

/** A view as layouts need it. */
class Chart extends View {
  public Chart(Context context, AttributeSet attributes) {
    super(context, attributes);
  }
}

/** A view that code makes, but no layout can. */
class Plain extends View {
  public Plain(Context context) {
    super(context);
  }
}
