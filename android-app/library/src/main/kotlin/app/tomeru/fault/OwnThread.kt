// SPDX-License-Identifier: Apache-2.0
package app.tomeru.fault

/** A thread that the [Barrier] stands around. What ends another one in spite of everything is not ours to hide. */
internal interface OwnThread
