// SPDX-License-Identifier: Apache-2.0
package app.tomeru.support

import android.os.Build

/**
 * What Android does around a call, each rule as its sources say. [Telecom], [Roles] and [AppProcess] do it;
 * `TelecomTest` brings each about and fails for one that is not.
 *
 * Telecom is read in AOSP's `packages/services/Telecomm` of Android 10, 11, 12, 13 and 14, the roles in the permission
 * module of 12 to 15, the service's own half in the framework's byte code of each version that tests run on.
 *
 * @property says what happens
 * @property source the classes and methods that do it
 * @property from the first API level that does
 * @property until the last one
 */
enum class TelecomRule(
    val says: String,
    val source: String,
    val from: Int = Build.VERSION_CODES.Q,
    val until: Int = Int.MAX_VALUE,
) {
    ROLE_HOLDER_ASKED(
        "only the app that holds the role is asked",
        "RoleManagerAdapterImpl.getDefaultCallScreeningApp, CallsManager.setUpCallFilterGraph",
    ),
    HIDDEN_ASKED(
        "a caller that hides the number is asked about, without a handle",
        "CallScreeningServiceFilter, ParcelableCallUtils.toParcelableCallForScreening: neither looks at it",
    ),
    SELF_MANAGED_SKIPPED(
        "calls of apps that manage their own are not asked about",
        "CallsManager.onSuccessfulIncomingCall (isSelfManaged)",
    ),
    CALLBACK_MODE_SKIPPED(
        "calls in emergency callback mode are not asked about",
        "CallsManager.onSuccessfulIncomingCall (PROPERTY_EMERGENCY_CALLBACK_MODE)",
    ),
    EMERGENCY_SKIPPED(
        "calls that the network calls emergency ones, and all in emergency SMS mode, are not asked about",
        "CallsManager.onSuccessfulIncomingCall (PROPERTY_NETWORK_IDENTIFIED_EMERGENCY_CALL, isInEmergencySmsMode)",
        from = Build.VERSION_CODES.UPSIDE_DOWN_CAKE,
    ),
    CONTACT_ASKED(
        "contacts are asked about as strangers are, unless the carrier has a screening app",
        "CallScreeningServiceController.bindCarrierService (no look-up), checkContactExistsAndBindService (after it)",
        until = Build.VERSION_CODES.Q,
    ),
    CONTACT_OF_CARRIER_SKIPPED(
        "contacts are not asked about where the carrier has a screening app",
        "CallScreeningServiceController.checkContactExistsAndBindService",
        until = Build.VERSION_CODES.Q,
    ),
    CONTACT_SKIPPED(
        "contacts are not asked about unless the app may read them",
        "CallScreeningServiceFilter.startFilterLookup, hasReadContactsPermission",
        from = Build.VERSION_CODES.R,
    ),
    CONTACT_BY_SUFFIX(
        "a number counts as a contact's if both end alike, strictly compared or not, as the phone is made",
        "ContactsDatabaseHelper (PHONE_NUMBERS_EQUAL, config_use_strict_phone_number_comparation)",
    ),
    CONTACTS_LOCKED(
        "before the first unlock nobody is a contact",
        "CallerInfoLookupHelper: the contacts provider lies in storage that is locked",
    ),
    OUTGOING_SHOWN(
        "the owner's own calls to tel: numbers are shown to the screening app, emergency ones too; others are not",
        "CallsManager.startOutgoingCall (SCHEME_TEL) -> bindForOutgoingCallerId",
    ),
    OUTGOING_CONTACT_HIDDEN(
        "the owner's own calls to contacts are not shown",
        "CallsManager.startOutgoingCall (isInContacts)",
        until = Build.VERSION_CODES.Q,
    ),
    OUTGOING_CONTACT_SHOWN(
        "the owner's own calls to contacts are shown if the app may read contacts, else not",
        "CallsManager.startOutgoingCall (isInContacts, READ_CONTACTS)",
        from = Build.VERSION_CODES.R,
    ),
    OUTGOING_BESIDE_GUARD(
        "screening and redirection are told of one call beside each other, neither knowing of the other",
        "CallsManager.startOutgoingCall (thenAcceptBothAsync), NewOutgoingCallIntentBroadcaster.processCall",
    ),
    OUTGOING_ANSWER_IGNORED(
        "what the screening app answers about the owner's own call changes nothing",
        "CallScreeningServiceHelper.CallScreeningAdapter",
    ),
    GUARD_SKIPS_EMERGENCY(
        "redirection is not asked about emergency numbers and voicemail",
        "NewOutgoingCallIntentBroadcaster.evaluateCall (requestRedirection)",
    ),
    GUARD_SEES_E164(
        "redirection sees the number in E.164 if the plan of the network's country has it, without what is dialled after",
        "CallRedirectionProcessorHelper.formatNumberForRedirection",
    ),
    GUARD_SILENT_CANCELS(
        "a redirection service that does not answer within 5 s keeps the call from being placed",
        "CallRedirectionProcessor.processTimeoutForCallRedirection (mShouldCancelCall)",
    ),
    GUARD_DEAD_PLACES(
        "a redirection service that dies lets the call be placed",
        "CallRedirectionProcessor.CallRedirectionServiceConnection.onServiceDisconnected",
    ),
    SILENT_RINGS(
        "a screening service that does not answer within 5 s lets the call ring",
        "CallScreeningServiceController (4.5 s) on Android 10, IncomingCallFilterGraph.performFiltering later",
    ),
    FOREIGN_ANSWER_LOST(
        "an answer with another call's id is lost",
        "CallScreeningServiceFilter.CallScreeningAdapter (unknown call id)",
    ),
    REJECT_LOGGED(
        "a rejected call is in the call log as blocked, whatever the app wants",
        "CallScreeningServiceFilter.isLoggable, packageTypeShouldAdd; CallsManager.onCallFilteringComplete",
    ),
    REJECT_TOLD(
        "a rejected call has a missed-call notice of the system, with \"call back\", unless the app skips it",
        "CallsManager.onCallFilteringComplete, CallLogManager.logCall, MissedCallNotifierImpl",
    ),
    SILENCE_TOLD(
        "a silenced call that nobody answered has that notice, whatever the app wants",
        "CallScreeningServiceFilter.silenceCall (setShouldShowNotification), CallLogManager",
    ),
    POST_CALL_SENT(
        "after each call that was allowed, asked about or not, missed or not, own or not, POST_CALL is sent",
        "CallsManager.maybeSendPostCallScreenIntent, setPostCallPackageName",
        from = Build.VERSION_CODES.R,
    ),
    POST_CALL_KEPT(
        "after emergency calls, rejected ones, and own ones that were never placed, it is not",
        "CallsManager.maybeSendPostCallScreenIntent (isEmergencyCall, getPostCallPackageName)",
        from = Build.VERSION_CODES.R,
    ),
    UNBOUND(
        "the service is unbound as soon as it has answered about a call that comes",
        "CallScreeningServiceFilter.finishCallScreening, unbindCallScreeningService",
    ),
    OWN_CALL_STAYS_BOUND(
        "the service stays bound after the owner's own call",
        "CallScreeningServiceHelper: its adapter does nothing",
        until = Build.VERSION_CODES.Q,
    ),
    OWN_CALL_UNBOUND(
        "the service is unbound when it has answered about the owner's own call, too",
        "CallScreeningServiceHelper.CallScreeningAdapter.unbindCallScreeningService",
        from = Build.VERSION_CODES.R,
    ),
    FROZEN(
        "a process that nothing holds is frozen: after 10 min on Android 12 and 13, 10 s later",
        "CachedAppOptimizer (freeze_debounce_timeout), OomAdjuster",
        from = Build.VERSION_CODES.S,
    ),
    WINDOW_KEEPS_AWAKE(
        "a window that is seen keeps the process from being frozen; one behind the lock screen does not",
        "OomAdjuster (hasOverlayUi), DisplayPolicy.shouldBeHiddenByKeyguard",
        from = Build.VERSION_CODES.S,
    ),
    ROLE_GRANTS_OVERLAY(
        "the role lets the app draw over others",
        "roles.xml (CALL_SCREENING, SYSTEM_ALERT_WINDOW), AppOpPermissions.grantAsUser",
        from = Build.VERSION_CODES.R,
    ),
    ROLE_GRANTS_NOTICES(
        "the role lets the app show notices",
        "roles.xml (CALL_SCREENING, notifications), Permissions.grantAsUser",
        from = Build.VERSION_CODES.TIRAMISU,
    ),
    ROLE_GRANTS_NOTHING(
        "the role grants nothing",
        "roles.xml of Android 10",
        until = Build.VERSION_CODES.Q,
    ),
    ROLE_TAKES_BACK(
        "with the role goes what it alone granted; what the person allowed before stays",
        "Role.revokeAsUser, AppOpPermissions.revokeAsUser, Permissions.revokeAsUser (GRANTED_BY_ROLE)",
        from = Build.VERSION_CODES.R,
    ),
    ROLE_KILLS(
        "the app is killed when the notices go with the role; it is not when the overlay alone goes",
        "Role.revokeAsUser (permissionOrAppOpChanged: not of app-op permissions), killAppAsUser",
        from = Build.VERSION_CODES.R,
    ),
    ;

    /** Whether this Android does so. */
    val isHere: Boolean get() = Build.VERSION.SDK_INT in from..until

    /** It was done now; a rule of another Android never is. */
    fun done() {
        check(isHere) { "Android ${Build.VERSION.SDK_INT} does not: $says" }
        seen += this
    }

    companion object {
        private val seen = mutableSetOf<TelecomRule>()

        /** What was done since the last question. */
        fun taken(): Set<TelecomRule> = seen.toSet().also { seen.clear() }
    }
}
