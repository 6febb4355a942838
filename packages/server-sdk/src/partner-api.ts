// Written from the OpenAPI document by partner-api.test.ts.
export interface paths {
    "/applicants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List applicants, newest first */
        get: operations["listApplicants"];
        put?: never;
        /** Create an applicant */
        post: operations["createApplicant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applicants/{applicantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an applicant */
        get: operations["getApplicant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an applicant
         * @description What is left out stays. The external id cannot be changed.
         */
        patch: operations["updateApplicant"];
        trace?: never;
    };
    "/face-authentications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List face authentications, newest first */
        get: operations["listFaceAuthentications"];
        put?: never;
        /** Ask whether it is the same person */
        post: operations["createFaceAuthentication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/face-authentications/{faceAuthenticationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the decision */
        get: operations["getFaceAuthentication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/face-authentications/{faceAuthenticationId}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept or refuse what the machine decided
         * @description For those that the journey sends to review. `status` and `response_codes` stay as the machine decided; what a person says stands beside them as `review`.
         */
        post: operations["reviewFaceAuthentication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/face-authentications/{faceAuthenticationId}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List attempts, oldest first */
        get: operations["listAttempts"];
        put?: never;
        /**
         * Get a link for the person
         * @description Closes the attempt before it, if that is still open and no picture of it is being compared.
         */
        post: operations["createAttempt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List attempts at all face authentications, newest first */
        get: operations["listNewestAttempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/face-authentications/{faceAuthenticationId}/attempts/{attemptId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an attempt */
        get: operations["getAttempt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/face-authentications/{faceAuthenticationId}/attempts/{attemptId}/assets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the pictures and videos of an attempt */
        get: operations["listAttemptAssets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/face-authentications/{faceAuthenticationId}/attempts/{attemptId}/liveness-evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was judged of the turns of the head
         * @description There is some where the journey keeps it: `liveness_evidence_days`.
         */
        get: operations["listLivenessEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applicants/{applicantId}/lockout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read whether an applicant is locked */
        get: operations["getApplicantLockout"];
        put?: never;
        post?: never;
        /**
         * Unlock an applicant
         * @description Ends a lock or a delay, and forgets the declines that led to it.
         */
        delete: operations["unlockApplicant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applicants/{applicantId}/anonymize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase everything personal of an applicant
         * @description Name, e-mail, faces, pictures and 1:N entries, in each face authentication too. The external id stays. Cannot be undone.
         */
        post: operations["anonymizeApplicant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applicants/{applicantId}/erasure-receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what was erased */
        get: operations["getApplicantErasureReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/face-authentications/{faceAuthenticationId}/anonymize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase everything personal of a face authentication
         * @description Its pictures, and the faces made from them. An open one is closed with 64001. Cannot be undone.
         */
        post: operations["anonymizeFaceAuthentication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/face-authentications/{faceAuthenticationId}/erasure-receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what was erased
         * @description Erased along with its applicant, it answers the applicant's receipt.
         */
        get: operations["getFaceAuthenticationErasureReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applicants/{applicantId}/faces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List faces, oldest first */
        get: operations["listFaces"];
        put?: never;
        /**
         * Add a face
         * @description From exactly one of: a picture, an earlier approved attempt, a reference kept by a provider, a vendor that makes one.
         */
        post: operations["addFace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/faces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List faces of all applicants, newest first */
        get: operations["listNewestFaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applicants/{applicantId}/faces/{faceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a face */
        get: operations["getFace"];
        put?: never;
        post?: never;
        /** Delete a face, its picture and its template */
        delete: operations["deleteFace"];
        options?: never;
        head?: never;
        /** Disable a face, enable it again, or change when it expires */
        patch: operations["updateFace"];
        trace?: never;
    };
    "/applicants/{applicantId}/faces/{faceId}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept or refuse a face in REVIEW
         * @description One that is accepted becomes ACTIVE; one that is refused is deleted.
         */
        post: operations["reviewFace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applicants/{applicantId}/face-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a face upload must satisfy */
        get: operations["getFaceSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applicants/{applicantId}/face-authentication-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether there is a face to compare with */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applicants/{applicantId}/face-enrollments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get a link by which the person gives a face */
        post: operations["createFaceEnrollment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applicants/{applicantId}/face-enrollments/{enrollmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an enrolment */
        get: operations["getFaceEnrollment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applicants/{applicantId}/faces/{faceId}/activation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the person another link by e-mail */
        post: operations["activateFace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/face-matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compare two pictures
         * @description Nothing of them is kept.
         */
        post: operations["matchFaces"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/face-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look for a face in the index, and insert it if you like */
        post: operations["searchFaces"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/face-index": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Insert a face, unless it is there
         * @description With exactly one of `applicant_id` and `reference`.
         */
        post: operations["indexFace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/face-index/{indexedFaceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read whose face it is */
        get: operations["getIndexedFace"];
        put?: never;
        post?: never;
        /**
         * Remove the picture, or with `features=true` all of it
         * @description Without `features=true` the features stay and the face is still found.
         */
        delete: operations["forgetIndexedFace"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List events, newest first */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{eventId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an event */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List endpoints */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /** Have events sent to an address */
        post: operations["createWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{webhookEndpointId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an endpoint */
        get: operations["getWebhookEndpoint"];
        put?: never;
        post?: never;
        /** Delete an endpoint with its log */
        delete: operations["deleteWebhookEndpoint"];
        options?: never;
        head?: never;
        /**
         * Change an endpoint
         * @description What is left out stays; `null` takes away.
         */
        patch: operations["updateWebhookEndpoint"];
        trace?: never;
    };
    "/webhook-endpoints/{webhookEndpointId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent to an endpoint, and what came of it */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-deliveries/{webhookDeliveryId}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a delivery again */
        post: operations["redeliverWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user-journeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List user journeys */
        get: operations["listUserJourneys"];
        put?: never;
        /** Create a user journey */
        post: operations["createUserJourney"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user-journeys/{userJourneyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a user journey */
        get: operations["getUserJourney"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a user journey
         * @description What is left out stays. `provider_settings` are merged, `null` removes one.
         */
        patch: operations["updateUserJourney"];
        trace?: never;
    };
    "/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List API keys */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Create an API key
         * @description With `"livemode": false` one for test mode, which has data of its own: see docs/test-mode.md. It is then among the keys of test mode.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{apiKeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an API key */
        get: operations["getApiKey"];
        put?: never;
        post?: never;
        /** Revoke an API key */
        delete: operations["deleteApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth-clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List OAuth clients */
        get: operations["listOauthClients"];
        put?: never;
        /** Create an OAuth client */
        post: operations["createOauthClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth-clients/{oauthClientId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an OAuth client */
        get: operations["getOauthClient"];
        put?: never;
        post?: never;
        /** Revoke an OAuth client and its tokens */
        delete: operations["deleteOauthClient"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, newest first */
        get: operations["listAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same as it is written, as server-sent events
         * @description Each event is named `audit_event`; its data is an entry, its `id` the number of it. Without `Last-Event-ID` entries from now on.
         */
        get: operations["watchAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    face_authentication_created: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["face_authentication_created"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    face_authentication_opened: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["face_authentication_opened"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    face_authentication_started: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["face_authentication_started"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    face_authentication_reset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["face_authentication_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    face_authentication_link_expired: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["face_authentication_link_expired"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    face_authentication_capture_aborted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["face_authentication_capture_aborted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    face_authentication_capture_refused: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["face_authentication_capture_refused"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    face_authentication_capture_completed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["face_authentication_capture_completed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    face_authentication_checks_completed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["face_authentication_checks_completed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    face_authentication_checks_inconclusive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["face_authentication_checks_inconclusive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    face_authentication_retry_requested: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["face_authentication_retry_requested"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    face_authentication_closed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["face_authentication_closed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    face_authentication_anonymized: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["face_authentication_anonymized"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    face_authentication_reviewed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["face_authentication_reviewed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    applicant_locked: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["applicant_locked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    face_added: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["face_added"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    face_removed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["face_removed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    face_reviewed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["face_reviewed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    face_enrollment_required: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["face_enrollment_required"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        FaceAuthenticationEventData: {
            applicant_id: string;
            external_applicant_id?: string;
            /** @enum {string} */
            status: "created" | "pending" | "capture_in_progress" | "checks_in_progress" | "approved" | "declined" | "retry_required" | "refused" | "inconclusive";
            face_authentication_id: string;
            /** @description Why the status is what it is. Decide on `status`: codes are added over time. */
            response_codes: components["schemas"]["ResponseCode"][];
            user_journey_id: string;
            /**
             * @description Where the picture came from, as the capture page tells it: `camera`, or `photo` for a file.
             * @enum {string}
             */
            source?: "camera" | "photo";
            details?: components["schemas"]["DecisionDetails"];
            review?: components["schemas"]["Review"];
        };
        ResponseCode: {
            code: number;
            /** @enum {string} */
            summary: "approved" | "applicant_never_started" | "applicant_not_ready" | "camera_access_refused" | "applicant_drop" | "connection_insufficient" | "browser_not_supported" | "camera_not_found" | "face_video_blurry" | "face_video_lighting_issue" | "face_not_captured" | "face_partially_hidden" | "face_not_turned" | "internal_error" | "corrupted_videos" | "face_not_live" | "face_alteration" | "asset_digital_alteration" | "face_face_mismatch" | "suspicious_device" | "consent_unclear" | "known_fraudulent_face" | "applicant_locked" | "replayed" | "applicant_refusal" | "forcibly_closed";
        };
        DecisionDetails: {
            /** @description Reached by the picture, 0 for no match at any level; absent: the provider does not tell. */
            match_level?: number;
            /** @description That the journey asked for at that time. */
            minimum_match_level?: number;
            /** @description Absent where a vendor takes the capture: it says no more than its verdict. */
            liveness?: components["schemas"]["Liveness"];
        };
        Liveness: {
            /** @enum {string} */
            result: "passed" | "failed" | "not_done";
            /**
             * @description `passive`: by the picture. `active`: by turns of the head as well. `none`: not asked for.
             * @enum {string}
             */
            method: "none" | "passive" | "active";
            /**
             * @description Not tested under ISO/IEC 30107-3.
             * @constant
             */
            certified: false;
            model_id?: string;
            /** @enum {string} */
            score_band?: "low" | "medium" | "high";
        };
        /** @description What people say of it. The machine's verdict stays as it is. */
        Review: {
            /** @enum {string} */
            status: "pending" | "accepted" | "refused";
            /** @enum {string} */
            cause: "decline" | "risk" | "new_face";
            /** @enum {string} */
            reason_code?: "same_person" | "other" | "different_person" | "presentation_attack" | "picture_unusable";
            /** Format: date-time */
            reviewed_on?: string;
        };
        Link: {
            /** Format: uri */
            href: string;
        };
        ApplicantLockedEventData: {
            applicant_id: string;
            external_applicant_id?: string;
            face_authentication_id: string;
            user_journey_id: string;
            declines: number;
            /** Format: date-time */
            locked_until: string;
        };
        FaceEventData: {
            applicant_id: string;
            external_applicant_id?: string;
            face_id: string;
            /** @enum {string} */
            face_status: "NEW" | "ACTIVATING" | "ACTIVE" | "REVIEW" | "FAILED" | "EXPIRED" | "DISABLED";
            /** @enum {string} */
            face_source: "upload" | "attempt" | "enrollment" | "vendor";
            provider: string;
        };
        FaceReviewedEventData: {
            applicant_id: string;
            external_applicant_id?: string;
            face_id: string;
            /** @enum {string} */
            face_status: "NEW" | "ACTIVATING" | "ACTIVE" | "REVIEW" | "FAILED" | "EXPIRED" | "DISABLED";
            /** @enum {string} */
            face_source: "upload" | "attempt" | "enrollment" | "vendor";
            provider: string;
            review: components["schemas"]["Review"];
        };
        FaceEnrollmentRequiredEventData: {
            applicant_id: string;
            external_applicant_id?: string;
            face_id: string;
            /** @enum {string} */
            reason: "picture_missing" | "picture_unusable";
        };
        Applicant: {
            id: string;
            /** Format: date-time */
            created_on: string;
            /** Format: date-time */
            modified_on: string;
            /**
             * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
             * @constant
             */
            livemode?: false;
            external_applicant_id?: string;
            email?: string;
            external_applicant_name?: string;
            _links: {
                self: components["schemas"]["Link"];
            };
        };
        Error: {
            request_id: string;
            error_type: string;
            /** @description `{error}`, `{attribute}__{error}` or `{object}__{attribute}__{error}`. */
            error_codes: string[];
            message?: string;
            /**
             * Format: uri
             * @description What the code means and what to do about it.
             */
            doc_url?: string;
        };
        CreatedFaceAuthentication: {
            id: string;
            /** Format: date-time */
            created_on: string;
            /** Format: date-time */
            modified_on: string;
            /**
             * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
             * @constant
             */
            livemode?: false;
            applicant_id: string;
            user_journey_id: string;
            /** @enum {string} */
            status: "created" | "pending" | "capture_in_progress" | "checks_in_progress" | "approved" | "declined" | "retry_required" | "refused" | "inconclusive";
            /** @description Why the status is what it is. Decide on `status`: codes are added over time. */
            response_codes: components["schemas"]["ResponseCode"][];
            risk_labels: string[];
            /** @description Absent: it was not sent to review. */
            review?: components["schemas"]["Review"];
            /** @description The picture decided on, while it is kept. */
            face?: {
                /** Format: uri */
                image_signed_url: string;
            };
            _links: {
                self: components["schemas"]["Link"];
                applicant: components["schemas"]["Link"];
            };
            /**
             * @description `enrollment_required`: the recognition model has changed and none of the faces on file can be compared with it. Have the person enrol again, or the capture ends with `reference_missing`.
             * @enum {string}
             */
            reference_status?: "enrollment_required";
        };
        FaceAuthentication: {
            id: string;
            /** Format: date-time */
            created_on: string;
            /** Format: date-time */
            modified_on: string;
            /**
             * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
             * @constant
             */
            livemode?: false;
            applicant_id: string;
            user_journey_id: string;
            /** @enum {string} */
            status: "created" | "pending" | "capture_in_progress" | "checks_in_progress" | "approved" | "declined" | "retry_required" | "refused" | "inconclusive";
            /** @description Why the status is what it is. Decide on `status`: codes are added over time. */
            response_codes: components["schemas"]["ResponseCode"][];
            risk_labels: string[];
            /** @description Absent: it was not sent to review. */
            review?: components["schemas"]["Review"];
            /** @description The picture decided on, while it is kept. */
            face?: {
                /** Format: uri */
                image_signed_url: string;
            };
            _links: {
                self: components["schemas"]["Link"];
                applicant: components["schemas"]["Link"];
            };
        };
        Attempt: {
            id: string;
            /** Format: date-time */
            created_on: string;
            /** Format: date-time */
            modified_on: string;
            /**
             * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
             * @constant
             */
            livemode?: false;
            /** @enum {string} */
            status: "pending_redirection" | "capture_in_progress" | "capture_aborted" | "capture_refused" | "expired" | "checks_in_progress" | "checks_inconclusive" | "completed" | "terminated";
            /** @description Why the status is what it is. Decide on `status`: codes are added over time. */
            response_codes: components["schemas"]["ResponseCode"][];
            redirect_url: string;
            client_information?: {
                pre_selected_residence_country?: string;
                pre_selected_language?: string;
            };
            applicant_session_information?: {
                ip_address: string;
            };
            locale?: string;
            /**
             * @description Where the picture came from, as the capture page tells it: `camera`, or `photo` for a file.
             * @enum {string}
             */
            source?: "camera" | "photo";
            details?: components["schemas"]["AttemptDetails"];
            /** @description Opens the link when typed at `/code`. Shown once, when asked for. */
            digit_string?: string;
            _links: {
                self: components["schemas"]["Link"];
                /** @description Where to send the person. Shown once, when the attempt is created. */
                verification_url?: components["schemas"]["Link"];
            };
        };
        AttemptDetails: {
            /** @description Reached by the picture, 0 for no match at any level; absent: the provider does not tell. */
            match_level?: number;
            /** @description That the journey asked for at that time. */
            minimum_match_level?: number;
            /** @description Absent where a vendor takes the capture: it says no more than its verdict. */
            liveness?: components["schemas"]["Liveness"];
            /** @description Why pictures could not be used; a picture can have several. */
            retry_reasons?: {
                /** @enum {string} */
                reason: "no_face" | "several_faces" | "face_too_small" | "face_too_close" | "face_turned" | "face_blurry" | "image_unreadable";
                count: number;
            }[];
            /** @description Pictures that were looked at. */
            tries?: number;
            course?: components["schemas"]["Course"];
            /** @description What the person agreed to. */
            consent?: components["schemas"]["Consent"];
            /**
             * @description As the browser calls itself, untrusted; absent where it says nothing that is known.
             * @example {
             *       "name": "Chrome",
             *       "version": 139
             *     }
             */
            browser?: {
                name: string;
                /** @description Its first number. */
                version?: number;
            };
            /**
             * @description As the browser calls itself, untrusted; absent where it says nothing that is known.
             * @example Android
             */
            system?: string;
            /**
             * @description As the browser calls itself, untrusted; absent where it says nothing that is known.
             * @enum {string}
             */
            device?: "phone" | "tablet" | "desktop";
            /**
             * @description `handoff`: another device took the link over. `redirect`: a page of its own. `script`: in a frame that our script put on your page. `iframe`: in a bare frame. As the page says it, untrusted, but where the journey lets nobody frame it; absent where nobody says.
             * @enum {string}
             */
            surface?: "script" | "iframe" | "redirect" | "handoff";
        };
        /** @description How the capture went, as its page tells it: untrusted, no part of the decision. How long each step stood and each hint was shown, and why there was no camera. */
        Course: {
            steps?: {
                /** @enum {string} */
                step: "start" | "camera_prompt" | "camera" | "turn" | "camera_denied" | "sending" | "waiting" | "retry" | "vendor" | "problem";
                /** @description In seconds. */
                seconds: number;
            }[];
            guidance?: {
                /** @enum {string} */
                code: "no_face" | "several_faces" | "too_far" | "too_close" | "off_centre" | "cropped" | "turned" | "eyes_closed" | "eyes_covered" | "mouth_covered" | "face_covered" | "too_dark" | "too_bright" | "uneven_light" | "low_contrast" | "grey_picture" | "blurry" | "hold_still" | "starting" | "manual";
                /** @description In seconds. */
                seconds: number;
            }[];
            camera_failures?: {
                /** @enum {string} */
                reason: "refused" | "system" | "policy" | "insecure" | "missing" | "busy" | "unsupported";
                count: number;
            }[];
            /** @description Shorter side of its picture, down to the next of 240, 480, 720, 1080, 1440 and 2160. */
            camera_lines?: number;
        };
        Consent: {
            /** Format: date-time */
            given_on: string;
            /** @enum {string} */
            purpose: "authentication" | "enrolment";
            /** @description BCP 47, that the page spoke, as it says. */
            language?: string;
            /** @description Of the words that were agreed to; absent: they were agreed to before that was kept. */
            text_version?: string;
            /** @description Hash of what the journey adds: its `consent_notice` and its own texts. Absent: it added nothing, or consent is older. Equal hashes are equal words. */
            notice_version?: string;
        };
        ListedAttempt: {
            id: string;
            /** Format: date-time */
            created_on: string;
            /** Format: date-time */
            modified_on: string;
            /**
             * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
             * @constant
             */
            livemode?: false;
            /** @enum {string} */
            status: "pending_redirection" | "capture_in_progress" | "capture_aborted" | "capture_refused" | "expired" | "checks_in_progress" | "checks_inconclusive" | "completed" | "terminated";
            /** @description Why the status is what it is. Decide on `status`: codes are added over time. */
            response_codes: components["schemas"]["ResponseCode"][];
            redirect_url: string;
            client_information?: {
                pre_selected_residence_country?: string;
                pre_selected_language?: string;
            };
            applicant_session_information?: {
                ip_address: string;
            };
            locale?: string;
            /**
             * @description Where the picture came from, as the capture page tells it: `camera`, or `photo` for a file.
             * @enum {string}
             */
            source?: "camera" | "photo";
            details?: components["schemas"]["AttemptDetails"];
            /** @description Opens the link when typed at `/code`. Shown once, when asked for. */
            digit_string?: string;
            _links: {
                self: components["schemas"]["Link"];
                /** @description Where to send the person. Shown once, when the attempt is created. */
                verification_url?: components["schemas"]["Link"];
            };
            face_authentication_id: string;
            applicant_id: string;
        };
        Asset: {
            /** @enum {string} */
            type: "face_image" | "face_video";
            /**
             * @description Where the picture came from, as the capture page tells it: `camera`, or `photo` for a file.
             * @enum {string}
             */
            source?: "camera" | "photo";
            /** @description What the browser measured on the picture it sent, by component of ISO/IEC 29794-5 (x49: Sharpness), 0 to 100. Untrusted, and no part of the decision. */
            quality?: {
                [key: string]: number;
            };
            _links: {
                asset_url: {
                    /** Format: uri */
                    href: string;
                };
            };
        };
        LivenessEvidence: {
            /**
             * @description One JPEG of all frames that were judged, a row each turn of the head.
             * @enum {string}
             */
            type: "turn_filmstrip";
            /** Format: date-time */
            created_on: string;
            _links: {
                asset_url: {
                    /** Format: uri */
                    href: string;
                };
            };
        };
        Lockout: {
            applicant_id: string;
            /**
             * @description DELAYED and LOCKED: no attempt is taken until then.
             * @enum {string}
             */
            status: "OPEN" | "DELAYED" | "LOCKED";
            /** Format: date-time */
            until?: string;
            /** @description Since the last approval, oldest first. */
            declines: string[];
            _links: {
                self: components["schemas"]["Link"];
                applicant: components["schemas"]["Link"];
            };
        };
        ErasureReceipt: {
            id: string;
            /** Format: date-time */
            created_on: string;
            /** Format: date-time */
            completed_on?: string;
            subject_id: string;
            erased: {
                /** @enum {string} */
                kind: "applicant_field" | "attempt_field" | "index_entry" | "picture" | "template" | "vendor_capture" | "vendor_reference";
                count: number;
            }[];
            _links: {
                self: components["schemas"]["Link"];
            };
        };
        Face: {
            id: string;
            /** Format: date-time */
            created_on: string;
            /** Format: date-time */
            modified_on: string;
            /**
             * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
             * @constant
             */
            livemode?: false;
            applicant_id: string;
            /** @enum {string} */
            status: "NEW" | "ACTIVATING" | "ACTIVE" | "REVIEW" | "FAILED" | "EXPIRED" | "DISABLED";
            provider: string;
            /** @enum {string} */
            source: "upload" | "attempt" | "enrollment" | "vendor";
            attempt_id?: string;
            vendor_reference?: string;
            /** @description How the person activates a face at a vendor. Shown once, when it is made. */
            activation?: {
                url?: string;
                qr_code?: string;
            };
            /** Format: date-time */
            expires_on?: string;
            /** @description Absent: it was not sent to review. */
            review?: components["schemas"]["Review"];
            _links: {
                self: components["schemas"]["Link"];
                applicant: components["schemas"]["Link"];
            };
        };
        FaceSettings: {
            media_types: string[];
            max_image_bytes: number;
            max_image_pixels: number;
            max_faces: number;
            sources: ("upload" | "attempt" | "enrollment" | "vendor")[];
            default_lifetime_days?: number;
            /** @description With `face_id`: the vendor's policy, as the vendor tells it. */
            vendor?: {
                [key: string]: unknown;
            };
            _links: {
                self: components["schemas"]["Link"];
            };
        };
        Readiness: {
            applicant_id: string;
            /**
             * @description AUTHENTICATION: there is a face to compare with. IDENTIFICATION: there is none yet.
             * @enum {string}
             */
            status: "AUTHENTICATION" | "IDENTIFICATION";
            _links: {
                self: components["schemas"]["Link"];
                applicant: components["schemas"]["Link"];
            };
        };
        FaceEnrollment: {
            id: string;
            /** Format: date-time */
            created_on: string;
            /** Format: date-time */
            modified_on: string;
            /**
             * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
             * @constant
             */
            livemode?: false;
            applicant_id: string;
            face_id: string;
            user_journey_id?: string;
            /** @enum {string} */
            status: "pending_redirection" | "capture_in_progress" | "capture_aborted" | "capture_refused" | "expired" | "checks_inconclusive" | "completed" | "terminated";
            /** @description Why the status is what it is. Decide on `status`: codes are added over time. */
            response_codes: components["schemas"]["ResponseCode"][];
            redirect_url: string;
            locale?: string;
            /**
             * @description Where the picture came from, as the capture page tells it: `camera`, or `photo` for a file.
             * @enum {string}
             */
            source?: "camera" | "photo";
            /** @description What the person agreed to. */
            consent?: components["schemas"]["Consent"];
            /** Format: date-time */
            expires_on: string;
            qr_code?: {
                png_data_url: string;
                svg: string;
            };
            _links: {
                self: components["schemas"]["Link"];
                applicant: components["schemas"]["Link"];
                face: components["schemas"]["Link"];
                /** @description Where to send the person. Shown once, when the link is made. */
                verification_url?: components["schemas"]["Link"];
            };
        };
        FaceMatch: {
            match: boolean;
            /** @description 0: they do not match at any level. */
            match_level: number;
        };
        FaceSearchResult: {
            /** @description Of the face that was found or inserted. */
            one_to_n_verification_id?: string;
            /** @description It was there before. */
            one_to_n_verification_match: boolean;
            /** @description What a match is worth: how many faces of the index somebody who is not in it would match at the level that was reached, by chance; that is the false match rate of the level, in the worst group measured, times the faces in the index. Near 1 or above, have a person look. With a match in our own index only, and where the rate was measured. */
            one_to_n_expected_false_matches?: number;
        };
        IndexedFace: {
            one_to_n_verification_id: string;
            /** Format: date-time */
            created_on: string;
            applicant_id?: string;
            reference?: string;
            has_picture: boolean;
        };
        Event: {
            id: string;
            /** @enum {string} */
            type: "face_authentication_created" | "face_authentication_opened" | "face_authentication_started" | "face_authentication_reset" | "face_authentication_link_expired" | "face_authentication_capture_aborted" | "face_authentication_capture_refused" | "face_authentication_capture_completed" | "face_authentication_checks_completed" | "face_authentication_checks_inconclusive" | "face_authentication_retry_requested" | "face_authentication_closed" | "face_authentication_anonymized" | "face_authentication_reviewed" | "applicant_locked" | "face_added" | "face_removed" | "face_reviewed" | "face_enrollment_required";
            version: string;
            /** Format: date-time */
            created_on: string;
            /**
             * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
             * @constant
             */
            livemode?: false;
            data: components["schemas"]["FaceAuthenticationEventData"] | components["schemas"]["FaceReviewedEventData"] | components["schemas"]["ApplicantLockedEventData"] | components["schemas"]["FaceEventData"] | components["schemas"]["FaceEnrollmentRequiredEventData"];
            _links: {
                self: components["schemas"]["Link"];
            };
        };
        WebhookEndpoint: {
            id: string;
            /** Format: date-time */
            created_on: string;
            /** Format: date-time */
            modified_on: string;
            url: string;
            /** @description Absent: all. */
            event_types?: ("face_authentication_created" | "face_authentication_opened" | "face_authentication_started" | "face_authentication_reset" | "face_authentication_link_expired" | "face_authentication_capture_aborted" | "face_authentication_capture_refused" | "face_authentication_capture_completed" | "face_authentication_checks_completed" | "face_authentication_checks_inconclusive" | "face_authentication_retry_requested" | "face_authentication_closed" | "face_authentication_anonymized" | "face_authentication_reviewed" | "applicant_locked" | "face_added" | "face_removed" | "face_reviewed" | "face_enrollment_required")[];
            description?: string;
            active: boolean;
            has_authorization: boolean;
            /** @description Key of the signatures. Shown once, when the endpoint is created. */
            secret?: string;
            _links: {
                self: components["schemas"]["Link"];
                deliveries: components["schemas"]["Link"];
            };
        };
        WebhookDelivery: {
            id: string;
            /** Format: date-time */
            created_on: string;
            /** Format: date-time */
            modified_on: string;
            webhook_endpoint_id: string;
            event_id: string;
            /** @enum {string} */
            status: "pending" | "delivered" | "failed";
            /** Format: date-time */
            next_attempt_on?: string;
            attempts: {
                /** Format: date-time */
                started_on: string;
                duration_ms: number;
                response_status?: number;
                error?: string;
            }[];
            _links: {
                event: components["schemas"]["Link"];
                redeliver: components["schemas"]["Link"];
            };
        };
        UserJourney: {
            id: string;
            /** Format: date-time */
            created_on: string;
            /** Format: date-time */
            modified_on: string;
            /**
             * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
             * @constant
             */
            livemode?: false;
            name: string;
            provider: string;
            provider_setting_keys: string[];
            allowed_redirect_urls: string[];
            allowed_frame_origins: string[];
            theme: {
                logo?: string;
                colors?: {
                    accent?: string;
                    accent_text?: string;
                    background?: string;
                    text?: string;
                };
                radius?: number;
                sound?: boolean;
            };
            locale?: string;
            retry_limit: number;
            minimum_match_level: number;
            /** @enum {string} */
            liveness_policy: "none" | "passive" | "active" | "required";
            /** @description Absent: never. */
            liveness_step_up?: {
                /** @constant */
                from: "passive";
                /** @constant */
                to: "active";
                when: ("repeated_declines" | "new_device" | "low_passive_score" | "photo_source")[];
            };
            /** @enum {string} */
            enrolment_match: "required" | "review" | "off";
            /**
             * @description Absent: `never` for a face authentication, `fallback` for an enrolment.
             * @enum {string}
             */
            photo_upload?: "never" | "fallback" | "always";
            /** @enum {string} */
            replay_check: "refuse" | "off";
            /** @description Absent: declines lock nobody. */
            lockout?: {
                declines: number;
                window: number;
                for: number;
            };
            /** @enum {string} */
            review: "off" | "on_decline" | "on_risk";
            review_four_eyes: boolean;
            retention_days: number;
            /** @description Absent: kept. */
            metadata_retention_days?: number;
            liveness_evidence_days: number;
            face_video: boolean;
            one_to_n: boolean;
            alternative_url?: string;
            consent_notice?: {
                controller: string;
                /** Format: uri */
                privacy_url: string;
                /** Format: uri */
                terms_url?: string;
                shared_with?: string[];
                /** Format: uri */
                withdrawal_url?: string;
            };
            handoff: boolean;
            copy: {
                [key: string]: string;
            };
            thresholds: {
                [key: string]: {
                    enter?: number;
                    leave?: number;
                    blocks?: boolean;
                } | null;
            };
            _links: {
                self: components["schemas"]["Link"];
            };
        };
        ApiKey: {
            id: string;
            /** Format: date-time */
            created_on: string;
            /**
             * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
             * @constant
             */
            livemode?: false;
            name?: string;
            scopes: ("applicant:*" | "face:add" | "face:view" | "face:edit" | "face:remove" | "face-authentication:*" | "match" | "one-to-n" | "audit:view" | "review" | "admin")[];
            last_four?: string;
            /** Format: date-time */
            expires_on?: string;
            /** @description Absent: everywhere. */
            allowed_networks?: string[];
            /**
             * Format: date-time
             * @description To within an hour.
             */
            last_used_on?: string;
            /** @description Shown once, when the key is created. */
            key?: string;
            _links: {
                self: components["schemas"]["Link"];
            };
        };
        OauthClient: {
            id: string;
            client_id: string;
            /** Format: date-time */
            created_on: string;
            /**
             * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
             * @constant
             */
            livemode?: false;
            name?: string;
            scopes: ("applicant:*" | "face:add" | "face:view" | "face:edit" | "face:remove" | "face-authentication:*" | "match" | "one-to-n" | "audit:view" | "review" | "admin")[];
            last_four: string;
            /** Format: date-time */
            expires_on?: string;
            /** @description Absent: everywhere. */
            allowed_networks?: string[];
            /**
             * Format: date-time
             * @description To within an hour.
             */
            last_used_on?: string;
            /** @description Shown once, when the client is created. */
            client_secret?: string;
            _links: {
                self: components["schemas"]["Link"];
            };
        };
        AuditEvent: {
            id: string;
            /** @description Its place in the tenant's chain. */
            number: number;
            /** Format: date-time */
            created_on: string;
            /** @enum {string} */
            action: "applicant.anonymize" | "applicant.export" | "applicant.unlock" | "applicant.update" | "attempt.export" | "console_invite.create" | "console_invite.deny" | "console_invite.revoke" | "console_user.create" | "console_user.delete" | "console_user.deny" | "console_user.sign_in" | "console_user.sign_out" | "console_user.step_up" | "console_user.switch" | "console_user.update" | "event.export" | "face.activate" | "face.add" | "face.delete" | "face.export" | "face.review" | "face.update" | "face_authentication.anonymize" | "face_authentication.export" | "face_authentication.review" | "face_enrollment.create" | "indexed_face.add" | "indexed_face.delete" | "indexed_face.search" | "key.create" | "key.delete" | "oauth_client.create" | "oauth_client.delete" | "picture.allow" | "picture.ask" | "picture.deny" | "picture.read" | "picture.refuse" | "tenant.update" | "test_tenant.create" | "user_journey.create" | "user_journey.test" | "user_journey.update" | "webhook_delivery.redeliver" | "webhook_endpoint.create" | "webhook_endpoint.delete" | "webhook_endpoint.test" | "webhook_endpoint.update";
            actor: {
                /** @enum {string} */
                type: "key" | "oauth_client" | "console_user" | "terminal";
                /** @description Of the key, client or console user. Of `picture.read`: the one that was given the address. */
                id?: string;
            };
            subject: {
                type: string;
                /** @description Absent: an export, or a search that found nobody. */
                id?: string;
            };
            client_address?: string;
            request_id?: string;
            /**
             * @description Of `console_user.deny` at single sign-on: why it was refused. Of `picture.ask`, `.allow` and `.refuse`: why somebody wants to look.
             * @enum {string}
             */
            reason?: "answer_refused" | "email_unverified" | "login_stale" | "other_account" | "replayed" | "state_wrong" | "complaint" | "fraud_suspected" | "quality_check" | "review" | "support";
            /** @description SHA-256 over this entry and the one before. */
            hash: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listApplicants: {
        parameters: {
            query?: {
                /** @description Out of `_links.next` of the page before; it is good for nothing else. */
                cursor?: string;
                limit?: number;
                /** @description Then or later. */
                created_after?: string;
                /** @description Earlier than that. */
                created_before?: string;
                external_applicant_id?: string;
                /** @description All that fit the filters, as a file and in place of a page: without `cursor` and `limit`. */
                format?: "csv" | "ndjson";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of applicants */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        limit: number;
                        data: components["schemas"]["Applicant"][];
                        _links: {
                            self: components["schemas"]["Link"];
                            next?: components["schemas"]["Link"];
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
        };
    };
    createApplicant: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request again get the same answer, for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "external_applicant_id": "customer-4711",
                 *       "external_applicant_name": "Ada",
                 *       "email": "ada@shop.example"
                 *     }
                 */
                "application/json": {
                    external_applicant_id?: string;
                    /** Format: email */
                    email?: string;
                    external_applicant_name?: string;
                };
            };
        };
        responses: {
            /** @description The applicant */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Applicant"];
                };
            };
        };
    };
    getApplicant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                applicantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The applicant */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Applicant"];
                };
            };
        };
    };
    updateApplicant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                applicantId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "external_applicant_name": "Ada Lovelace"
                 *     }
                 */
                "application/json": {
                    /** Format: email */
                    email?: string;
                    external_applicant_name?: string;
                    external_applicant_id?: unknown;
                };
            };
        };
        responses: {
            /** @description The applicant */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Applicant"];
                };
            };
        };
    };
    listFaceAuthentications: {
        parameters: {
            query?: {
                /** @description Out of `_links.next` of the page before; it is good for nothing else. */
                cursor?: string;
                limit?: number;
                /** @description Then or later. */
                created_after?: string;
                /** @description Earlier than that. */
                created_before?: string;
                status?: "created" | "pending" | "capture_in_progress" | "checks_in_progress" | "approved" | "declined" | "retry_required" | "refused" | "inconclusive";
                /** @description Of the user journey. */
                provider?: string;
                /** @description Of those that were sent to review. */
                review?: "pending" | "accepted" | "refused";
                /** @description Among those it has. */
                response_code?: "10000" | "61101" | "61111" | "61113" | "61121" | "61201" | "61202" | "61203" | "61401" | "61402" | "61410" | "61411" | "61412" | "61901" | "61911" | "62305" | "62306" | "62307" | "62321" | "62402" | "62403" | "62405" | "62901" | "62902" | "63001" | "64001";
                user_journey_id?: string;
                /** @description Among those of the face authentication. */
                risk_label?: string;
                applicant_id?: string;
                external_applicant_id?: string;
                /** @description All that fit the filters, as a file and in place of a page: without `cursor` and `limit`. */
                format?: "csv" | "ndjson";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of face authentications */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        limit: number;
                        data: components["schemas"]["FaceAuthentication"][];
                        _links: {
                            self: components["schemas"]["Link"];
                            next?: components["schemas"]["Link"];
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
        };
    };
    createFaceAuthentication: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request again get the same answer, for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "applicant_id": "aplt_tkoi5db4hryu5cei5vwoabr7we",
                 *       "user_journey_id": "usj_t5bdzsdmi57ehhkrnmp5omjimu"
                 *     }
                 */
                "application/json": {
                    applicant_id: string;
                    user_journey_id: string;
                };
            };
        };
        responses: {
            /** @description The face authentication */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedFaceAuthentication"];
                };
            };
        };
    };
    getFaceAuthentication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                faceAuthenticationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The face authentication */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaceAuthentication"];
                };
            };
        };
    };
    reviewFaceAuthentication: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request again get the same answer, for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                faceAuthenticationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "accepted",
                 *       "reason_code": "same_person"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    outcome: "accepted" | "refused";
                    /** @enum {string} */
                    reason_code: "same_person" | "other" | "different_person" | "presentation_attack" | "picture_unusable";
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The review */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
        };
    };
    listAttempts: {
        parameters: {
            query?: {
                skip?: number;
                limit?: number;
            };
            header?: never;
            path: {
                faceAuthenticationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of attempts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total_count: number;
                        skip: number;
                        limit: number;
                        data: components["schemas"]["Attempt"][];
                        _links: {
                            self: components["schemas"]["Link"];
                            next?: components["schemas"]["Link"];
                            previous?: components["schemas"]["Link"];
                        };
                    };
                };
            };
        };
    };
    createAttempt: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request again get the same answer, for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                faceAuthenticationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "redirect_url": "https://shop.example/back"
                 *     }
                 */
                "application/json": {
                    /** Format: uri */
                    redirect_url: string;
                    client_information?: {
                        pre_selected_residence_country?: string;
                        pre_selected_language?: string;
                    };
                    locale?: string;
                    lifetime?: number;
                    /** @default false */
                    generate_digit_string?: boolean;
                };
            };
        };
        responses: {
            /** @description The attempt, with its link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attempt"];
                };
            };
        };
    };
    listNewestAttempts: {
        parameters: {
            query?: {
                /** @description Out of `_links.next` of the page before; it is good for nothing else. */
                cursor?: string;
                limit?: number;
                /** @description Then or later. */
                created_after?: string;
                /** @description Earlier than that. */
                created_before?: string;
                status?: "pending_redirection" | "capture_in_progress" | "capture_aborted" | "capture_refused" | "expired" | "checks_in_progress" | "checks_inconclusive" | "completed" | "terminated";
                /** @description Of its picture. */
                source?: "camera" | "photo";
                /** @description Among those it has. */
                response_code?: "10000" | "61101" | "61111" | "61113" | "61121" | "61201" | "61202" | "61203" | "61401" | "61402" | "61410" | "61411" | "61412" | "61901" | "61911" | "62305" | "62306" | "62307" | "62321" | "62402" | "62403" | "62405" | "62901" | "62902" | "63001" | "64001";
                user_journey_id?: string;
                /** @description Among those of the face authentication. */
                risk_label?: string;
                applicant_id?: string;
                external_applicant_id?: string;
                /** @description All that fit the filters, as a file and in place of a page: without `cursor` and `limit`. */
                format?: "csv" | "ndjson";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of attempts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        limit: number;
                        data: components["schemas"]["ListedAttempt"][];
                        _links: {
                            self: components["schemas"]["Link"];
                            next?: components["schemas"]["Link"];
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
        };
    };
    getAttempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                faceAuthenticationId: string;
                attemptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The attempt */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attempt"];
                };
            };
        };
    };
    listAttemptAssets: {
        parameters: {
            query?: {
                skip?: number;
                limit?: number;
            };
            header?: never;
            path: {
                faceAuthenticationId: string;
                attemptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of pictures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total_count: number;
                        skip: number;
                        limit: number;
                        data: components["schemas"]["Asset"][];
                        _links: {
                            self: components["schemas"]["Link"];
                            next?: components["schemas"]["Link"];
                            previous?: components["schemas"]["Link"];
                        };
                    };
                };
            };
        };
    };
    listLivenessEvidence: {
        parameters: {
            query?: {
                skip?: number;
                limit?: number;
            };
            header?: never;
            path: {
                faceAuthenticationId: string;
                attemptId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total_count: number;
                        skip: number;
                        limit: number;
                        data: components["schemas"]["LivenessEvidence"][];
                        _links: {
                            self: components["schemas"]["Link"];
                            next?: components["schemas"]["Link"];
                            previous?: components["schemas"]["Link"];
                        };
                    };
                };
            };
        };
    };
    getApplicantLockout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                applicantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The declines that count, and what they led to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lockout"];
                };
            };
        };
    };
    unlockApplicant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                applicantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing is in the way of the next try */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    anonymizeApplicant: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request again get the same answer, for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                applicantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The applicant, as it is then */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Applicant"];
                };
            };
        };
    };
    getApplicantErasureReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                applicantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The receipt */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureReceipt"];
                };
            };
        };
    };
    anonymizeFaceAuthentication: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request again get the same answer, for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                faceAuthenticationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The face authentication, as it is then */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaceAuthentication"];
                };
            };
        };
    };
    getFaceAuthenticationErasureReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                faceAuthenticationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The receipt */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureReceipt"];
                };
            };
        };
    };
    listFaces: {
        parameters: {
            query?: {
                skip?: number;
                limit?: number;
            };
            header?: never;
            path: {
                applicantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of faces */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total_count: number;
                        skip: number;
                        limit: number;
                        data: components["schemas"]["Face"][];
                        _links: {
                            self: components["schemas"]["Link"];
                            next?: components["schemas"]["Link"];
                            previous?: components["schemas"]["Link"];
                        };
                    };
                };
            };
        };
    };
    addFace: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request again get the same answer, for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                applicantId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "image": "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBD"
                 *     }
                 */
                "application/json": {
                    image?: string;
                    attempt_id?: string;
                    vendor_reference?: string;
                    at_vendor?: {
                        user_journey_id: string;
                        owner?: string;
                        details?: {
                            [key: string]: string | boolean | {
                                [key: string]: string;
                            };
                        };
                    };
                    provider?: string;
                    expires_on?: string | null;
                };
                "multipart/form-data": {
                    provider?: string;
                    expires_on?: string | null;
                    /** @description A JPEG or PNG of at most 5 MB. */
                    image: string;
                };
            };
        };
        responses: {
            /** @description The face */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Face"];
                };
            };
        };
    };
    listNewestFaces: {
        parameters: {
            query?: {
                /** @description Out of `_links.next` of the page before; it is good for nothing else. */
                cursor?: string;
                limit?: number;
                /** @description Then or later. */
                created_after?: string;
                /** @description Earlier than that. */
                created_before?: string;
                status?: "NEW" | "ACTIVATING" | "ACTIVE" | "REVIEW" | "FAILED" | "EXPIRED" | "DISABLED";
                provider?: string;
                source?: "upload" | "attempt" | "enrollment" | "vendor";
                applicant_id?: string;
                external_applicant_id?: string;
                /** @description All that fit the filters, as a file and in place of a page: without `cursor` and `limit`. */
                format?: "csv" | "ndjson";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of faces */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        limit: number;
                        data: components["schemas"]["Face"][];
                        _links: {
                            self: components["schemas"]["Link"];
                            next?: components["schemas"]["Link"];
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
        };
    };
    getFace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                applicantId: string;
                faceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The face */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Face"];
                };
            };
        };
    };
    deleteFace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                applicantId: string;
                faceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateFace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                applicantId: string;
                faceId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "status": "DISABLED"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    status?: "ACTIVE" | "DISABLED" | "FAILED";
                    expires_on?: string | null;
                };
            };
        };
        responses: {
            /** @description The face */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Face"];
                };
            };
        };
    };
    reviewFace: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request again get the same answer, for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                applicantId: string;
                faceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "refused",
                 *       "reason_code": "picture_unusable"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    outcome: "accepted" | "refused";
                    /** @enum {string} */
                    reason_code: "same_person" | "other" | "different_person" | "presentation_attack" | "picture_unusable";
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The review */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
        };
    };
    getFaceSettings: {
        parameters: {
            query?: {
                face_id?: string;
            };
            header?: never;
            path: {
                applicantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaceSettings"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: {
                user_journey_id?: string;
            };
            header?: never;
            path: {
                applicantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    createFaceEnrollment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request again get the same answer, for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                applicantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "redirect_url": "https://shop.example/back",
                 *       "user_journey_id": "usj_t5bdzsdmi57ehhkrnmp5omjimu"
                 *     }
                 */
                "application/json": {
                    redirect_url: string;
                    locale?: string;
                    lifetime?: number;
                    user_journey_id?: string;
                    /** @default false */
                    qr_code?: boolean;
                    /** @default false */
                    send_activation_email?: boolean;
                };
            };
        };
        responses: {
            /** @description The enrolment, with its link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaceEnrollment"];
                };
            };
        };
    };
    getFaceEnrollment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                applicantId: string;
                enrollmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The enrolment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaceEnrollment"];
                };
            };
        };
    };
    activateFace: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request again get the same answer, for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                applicantId: string;
                faceId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "redirect_url": "https://shop.example/back"
                 *     }
                 */
                "application/json": {
                    redirect_url?: string;
                    locale?: string;
                    lifetime?: number;
                };
            };
        };
        responses: {
            /** @description The new enrolment, with its link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaceEnrollment"];
                };
            };
            /** @description A vendor keeps the face, and sends the person its own message */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    matchFaces: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request again get the same answer, for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "source_image": "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBD",
                 *       "target_image": "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBD",
                 *       "minimum_match_level": 3
                 *     }
                 */
                "application/json": {
                    source_image: string;
                    target_image: string;
                    /** @default 3 */
                    minimum_match_level?: number;
                    user_journey_id?: string;
                };
            };
        };
        responses: {
            /** @description Whether they show one person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaceMatch"];
                };
            };
        };
    };
    searchFaces: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request again get the same answer, for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "image": "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBD"
                 *     }
                 */
                "application/json": {
                    image: string;
                    /** @default false */
                    insert?: boolean;
                    user_journey_id?: string;
                };
            };
        };
        responses: {
            /** @description What was found or inserted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaceSearchResult"];
                };
            };
        };
    };
    indexFace: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request again get the same answer, for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "image": "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBD",
                 *       "reference": "customer-4711"
                 *     }
                 */
                "application/json": {
                    image: string;
                    applicant_id?: string;
                    reference?: string;
                    user_journey_id?: string;
                };
            };
        };
        responses: {
            /** @description The face that was there before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaceSearchResult"];
                };
            };
            /** @description The new one */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaceSearchResult"];
                };
            };
        };
    };
    getIndexedFace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                indexedFaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The indexed face */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndexedFace"];
                };
            };
        };
    };
    forgetIndexedFace: {
        parameters: {
            query?: {
                features?: "true" | "false";
            };
            header?: never;
            path: {
                indexedFaceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description Out of `_links.next` of the page before; it is good for nothing else. */
                cursor?: string;
                limit?: number;
                /** @description Then or later. */
                created_after?: string;
                /** @description Earlier than that. */
                created_before?: string;
                type?: "face_authentication_created" | "face_authentication_opened" | "face_authentication_started" | "face_authentication_reset" | "face_authentication_link_expired" | "face_authentication_capture_aborted" | "face_authentication_capture_refused" | "face_authentication_capture_completed" | "face_authentication_checks_completed" | "face_authentication_checks_inconclusive" | "face_authentication_retry_requested" | "face_authentication_closed" | "face_authentication_anonymized" | "face_authentication_reviewed" | "applicant_locked" | "face_added" | "face_removed" | "face_reviewed" | "face_enrollment_required";
                face_authentication_id?: string;
                applicant_id?: string;
                external_applicant_id?: string;
                /** @description So many are left out, and all are counted, as they are where nothing but `limit` is given: no cursor, no filter. */
                skip?: number;
                /** @description All that fit the filters, as a file and in place of a page: without `cursor` and `limit`. */
                format?: "csv" | "ndjson";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events; where nothing but `skip` and `limit` is given, all are counted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        limit: number;
                        data: components["schemas"]["Event"][];
                        _links: {
                            self: components["schemas"]["Link"];
                            next?: components["schemas"]["Link"];
                        };
                    } | {
                        total_count: number;
                        skip: number;
                        limit: number;
                        data: components["schemas"]["Event"][];
                        _links: {
                            self: components["schemas"]["Link"];
                            next?: components["schemas"]["Link"];
                            previous?: components["schemas"]["Link"];
                        };
                    };
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
        };
    };
    getEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
        };
    };
    listWebhookEndpoints: {
        parameters: {
            query?: {
                skip?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of endpoints */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total_count: number;
                        skip: number;
                        limit: number;
                        data: components["schemas"]["WebhookEndpoint"][];
                        _links: {
                            self: components["schemas"]["Link"];
                            next?: components["schemas"]["Link"];
                            previous?: components["schemas"]["Link"];
                        };
                    };
                };
            };
        };
    };
    createWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request again get the same answer, for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://shop.example/hooks",
                 *       "event_types": [
                 *         "face_authentication_checks_completed"
                 *       ]
                 *     }
                 */
                "application/json": {
                    url: string;
                    event_types?: ("face_authentication_created" | "face_authentication_opened" | "face_authentication_started" | "face_authentication_reset" | "face_authentication_link_expired" | "face_authentication_capture_aborted" | "face_authentication_capture_refused" | "face_authentication_capture_completed" | "face_authentication_checks_completed" | "face_authentication_checks_inconclusive" | "face_authentication_retry_requested" | "face_authentication_closed" | "face_authentication_anonymized" | "face_authentication_reviewed" | "applicant_locked" | "face_added" | "face_removed" | "face_reviewed" | "face_enrollment_required")[];
                    description?: string;
                    /** @default true */
                    active?: boolean;
                    authorization?: string;
                };
            };
        };
        responses: {
            /** @description The endpoint, with its secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
        };
    };
    getWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookEndpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
        };
    };
    deleteWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookEndpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhookEndpointId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "active": false
                 *     }
                 */
                "application/json": {
                    url?: string;
                    event_types?: ("face_authentication_created" | "face_authentication_opened" | "face_authentication_started" | "face_authentication_reset" | "face_authentication_link_expired" | "face_authentication_capture_aborted" | "face_authentication_capture_refused" | "face_authentication_capture_completed" | "face_authentication_checks_completed" | "face_authentication_checks_inconclusive" | "face_authentication_retry_requested" | "face_authentication_closed" | "face_authentication_anonymized" | "face_authentication_reviewed" | "applicant_locked" | "face_added" | "face_removed" | "face_reviewed" | "face_enrollment_required")[] | null;
                    description?: string | null;
                    active?: boolean;
                    authorization?: string | null;
                };
            };
        };
        responses: {
            /** @description The endpoint */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                skip?: number;
                limit?: number;
            };
            header?: never;
            path: {
                webhookEndpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deliveries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total_count: number;
                        skip: number;
                        limit: number;
                        data: components["schemas"]["WebhookDelivery"][];
                        _links: {
                            self: components["schemas"]["Link"];
                            next?: components["schemas"]["Link"];
                            previous?: components["schemas"]["Link"];
                        };
                    };
                };
            };
        };
    };
    redeliverWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request again get the same answer, for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                webhookDeliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery, under way again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
        };
    };
    listUserJourneys: {
        parameters: {
            query?: {
                skip?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of journeys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total_count: number;
                        skip: number;
                        limit: number;
                        data: components["schemas"]["UserJourney"][];
                        _links: {
                            self: components["schemas"]["Link"];
                            next?: components["schemas"]["Link"];
                            previous?: components["schemas"]["Link"];
                        };
                    };
                };
            };
        };
    };
    createUserJourney: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request again get the same answer, for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Sign-in",
                 *       "provider": "embedded",
                 *       "allowed_redirect_urls": [
                 *         "https://shop.example/back"
                 *       ],
                 *       "allowed_frame_origins": [
                 *         "https://shop.example"
                 *       ]
                 *     }
                 */
                "application/json": {
                    name: string;
                    provider: string;
                    /** @default [] */
                    allowed_redirect_urls?: string[];
                    /** @default [] */
                    allowed_frame_origins?: string[];
                    /** @default {} */
                    theme?: {
                        logo?: string;
                        colors?: {
                            accent?: string;
                            accent_text?: string;
                            background?: string;
                            text?: string;
                        };
                        radius?: number;
                        sound?: boolean;
                    };
                    /** @default null */
                    locale?: string | null;
                    /** @default 3 */
                    retry_limit?: number;
                    /** @default 3 */
                    minimum_match_level?: number;
                    /**
                     * @description Left out: `active` on the embedded engine, `none` on every other provider.
                     * @enum {string}
                     */
                    liveness_policy?: "none" | "passive" | "active" | "required";
                    /** @default null */
                    liveness_step_up?: {
                        /** @constant */
                        from: "passive";
                        /** @constant */
                        to: "active";
                        when: ("repeated_declines" | "new_device" | "low_passive_score" | "photo_source")[];
                    } | null;
                    /**
                     * @default required
                     * @enum {string}
                     */
                    enrolment_match?: "required" | "review" | "off";
                    /** @default null */
                    photo_upload?: ("never" | "fallback" | "always") | null;
                    /**
                     * @default refuse
                     * @enum {string}
                     */
                    replay_check?: "refuse" | "off";
                    /**
                     * @default {
                     *       "declines": 5,
                     *       "window": 86400,
                     *       "for": 86400
                     *     }
                     */
                    lockout?: {
                        declines: number;
                        window: number;
                        for: number;
                    } | null;
                    /**
                     * @default off
                     * @enum {string}
                     */
                    review?: "off" | "on_decline" | "on_risk";
                    /** @default false */
                    review_four_eyes?: boolean;
                    /** @default 30 */
                    retention_days?: number;
                    /** @default null */
                    metadata_retention_days?: number | null;
                    /** @default 0 */
                    liveness_evidence_days?: number;
                    /** @default false */
                    face_video?: boolean;
                    /** @default false */
                    one_to_n?: boolean;
                    /** @default null */
                    alternative_url?: string | null;
                    /** @default null */
                    consent_notice?: {
                        controller: string;
                        /** Format: uri */
                        privacy_url: string;
                        /** Format: uri */
                        terms_url?: string;
                        shared_with?: string[];
                        /** Format: uri */
                        withdrawal_url?: string;
                    } | null;
                    /** @default true */
                    handoff?: boolean;
                    /** @default {} */
                    copy?: {
                        [key: string]: string;
                    };
                    /** @default {} */
                    thresholds?: {
                        [key: string]: {
                            enter?: number;
                            leave?: number;
                            blocks?: boolean;
                        } | null;
                    };
                    /** @default {} */
                    provider_settings?: {
                        [key: string]: string | number | boolean;
                    };
                };
            };
        };
        responses: {
            /** @description The journey */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserJourney"];
                };
            };
        };
    };
    getUserJourney: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userJourneyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The journey */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserJourney"];
                };
            };
        };
    };
    updateUserJourney: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                userJourneyId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "minimum_match_level": 4,
                 *       "retention_days": 7
                 *     }
                 */
                "application/json": {
                    name?: string;
                    provider?: string;
                    allowed_redirect_urls?: string[];
                    allowed_frame_origins?: string[];
                    theme?: {
                        logo?: string;
                        colors?: {
                            accent?: string;
                            accent_text?: string;
                            background?: string;
                            text?: string;
                        };
                        radius?: number;
                        sound?: boolean;
                    };
                    locale?: string | null;
                    retry_limit?: number;
                    minimum_match_level?: number;
                    /** @enum {string} */
                    liveness_policy?: "none" | "passive" | "active" | "required";
                    liveness_step_up?: {
                        /** @constant */
                        from: "passive";
                        /** @constant */
                        to: "active";
                        when: ("repeated_declines" | "new_device" | "low_passive_score" | "photo_source")[];
                    } | null;
                    /** @enum {string} */
                    enrolment_match?: "required" | "review" | "off";
                    photo_upload?: ("never" | "fallback" | "always") | null;
                    /** @enum {string} */
                    replay_check?: "refuse" | "off";
                    lockout?: {
                        declines: number;
                        window: number;
                        for: number;
                    } | null;
                    /** @enum {string} */
                    review?: "off" | "on_decline" | "on_risk";
                    review_four_eyes?: boolean;
                    retention_days?: number;
                    metadata_retention_days?: number | null;
                    liveness_evidence_days?: number;
                    face_video?: boolean;
                    one_to_n?: boolean;
                    alternative_url?: string | null;
                    consent_notice?: {
                        controller: string;
                        /** Format: uri */
                        privacy_url: string;
                        /** Format: uri */
                        terms_url?: string;
                        shared_with?: string[];
                        /** Format: uri */
                        withdrawal_url?: string;
                    } | null;
                    handoff?: boolean;
                    copy?: {
                        [key: string]: string;
                    };
                    thresholds?: {
                        [key: string]: {
                            enter?: number;
                            leave?: number;
                            blocks?: boolean;
                        } | null;
                    };
                    provider_settings?: {
                        [key: string]: (string | number | boolean) | null;
                    };
                };
            };
        };
        responses: {
            /** @description The journey */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserJourney"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                skip?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of keys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total_count: number;
                        skip: number;
                        limit: number;
                        data: components["schemas"]["ApiKey"][];
                        _links: {
                            self: components["schemas"]["Link"];
                            next?: components["schemas"]["Link"];
                            previous?: components["schemas"]["Link"];
                        };
                    };
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request again get the same answer, for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Shop",
                 *       "scopes": [
                 *         "applicant:*",
                 *         "face:add",
                 *         "face-authentication:*"
                 *       ]
                 *     }
                 */
                "application/json": {
                    name?: string;
                    scopes: ("applicant:*" | "face:add" | "face:view" | "face:edit" | "face:remove" | "face-authentication:*" | "match" | "one-to-n" | "audit:view" | "review" | "admin")[];
                    /** @constant */
                    livemode?: false;
                    /** Format: date-time */
                    expires_on?: string;
                    allowed_networks?: (string)[];
                };
            };
        };
        responses: {
            /** @description The key, shown this once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
        };
    };
    getApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                apiKeyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key, without the secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
        };
    };
    deleteApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                apiKeyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone, from now on refused */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listOauthClients: {
        parameters: {
            query?: {
                skip?: number;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of clients */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        total_count: number;
                        skip: number;
                        limit: number;
                        data: components["schemas"]["OauthClient"][];
                        _links: {
                            self: components["schemas"]["Link"];
                            next?: components["schemas"]["Link"];
                            previous?: components["schemas"]["Link"];
                        };
                    };
                };
            };
        };
    };
    createOauthClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and request again get the same answer, for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "Shop",
                 *       "scopes": [
                 *         "applicant:*",
                 *         "match"
                 *       ]
                 *     }
                 */
                "application/json": {
                    name?: string;
                    scopes?: ("applicant:*" | "face:add" | "face:view" | "face:edit" | "face:remove" | "face-authentication:*" | "match" | "one-to-n" | "audit:view" | "review" | "admin")[];
                    /** Format: date-time */
                    expires_on?: string;
                    allowed_networks?: (string)[];
                };
            };
        };
        responses: {
            /** @description The client, its secret shown this once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OauthClient"];
                };
            };
        };
    };
    getOauthClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                oauthClientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The client, without the secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OauthClient"];
                };
            };
        };
    };
    deleteOauthClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                oauthClientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone, its tokens refused from now on */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listAuditEvents: {
        parameters: {
            query?: {
                /** @description Out of `_links.next` of the page before; it is good for nothing else. */
                cursor?: string;
                limit?: number;
                /** @description Then or later. */
                created_after?: string;
                /** @description Earlier than that. */
                created_before?: string;
                action?: "applicant.anonymize" | "applicant.export" | "applicant.unlock" | "applicant.update" | "attempt.export" | "console_invite.create" | "console_invite.deny" | "console_invite.revoke" | "console_user.create" | "console_user.delete" | "console_user.deny" | "console_user.sign_in" | "console_user.sign_out" | "console_user.step_up" | "console_user.switch" | "console_user.update" | "event.export" | "face.activate" | "face.add" | "face.delete" | "face.export" | "face.review" | "face.update" | "face_authentication.anonymize" | "face_authentication.export" | "face_authentication.review" | "face_enrollment.create" | "indexed_face.add" | "indexed_face.delete" | "indexed_face.search" | "key.create" | "key.delete" | "oauth_client.create" | "oauth_client.delete" | "picture.allow" | "picture.ask" | "picture.deny" | "picture.read" | "picture.refuse" | "tenant.update" | "test_tenant.create" | "user_journey.create" | "user_journey.test" | "user_journey.update" | "webhook_delivery.redeliver" | "webhook_endpoint.create" | "webhook_endpoint.delete" | "webhook_endpoint.test" | "webhook_endpoint.update";
                /** @description Of a key, an OAuth client or a console user. */
                actor_id?: string;
                /** @description Of what it was done to. */
                subject_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the audit log */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        limit: number;
                        data: components["schemas"]["AuditEvent"][];
                        _links: {
                            self: components["schemas"]["Link"];
                            next?: components["schemas"]["Link"];
                        };
                    };
                };
            };
        };
    };
    watchAuditEvents: {
        parameters: {
            query?: never;
            header?: {
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream of at most a minute */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    face_authentication_created: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    /** @constant */
                    type: "face_authentication_created";
                    version: string;
                    /** Format: date-time */
                    created_on: string;
                    /**
                     * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
                     * @constant
                     */
                    livemode?: false;
                    data: components["schemas"]["FaceAuthenticationEventData"];
                    _links: {
                        self: components["schemas"]["Link"];
                    };
                };
            };
        };
        responses: {
            /** @description It arrived; anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    face_authentication_opened: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    /** @constant */
                    type: "face_authentication_opened";
                    version: string;
                    /** Format: date-time */
                    created_on: string;
                    /**
                     * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
                     * @constant
                     */
                    livemode?: false;
                    data: components["schemas"]["FaceAuthenticationEventData"];
                    _links: {
                        self: components["schemas"]["Link"];
                    };
                };
            };
        };
        responses: {
            /** @description It arrived; anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    face_authentication_started: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    /** @constant */
                    type: "face_authentication_started";
                    version: string;
                    /** Format: date-time */
                    created_on: string;
                    /**
                     * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
                     * @constant
                     */
                    livemode?: false;
                    data: components["schemas"]["FaceAuthenticationEventData"];
                    _links: {
                        self: components["schemas"]["Link"];
                    };
                };
            };
        };
        responses: {
            /** @description It arrived; anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    face_authentication_reset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    /** @constant */
                    type: "face_authentication_reset";
                    version: string;
                    /** Format: date-time */
                    created_on: string;
                    /**
                     * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
                     * @constant
                     */
                    livemode?: false;
                    data: components["schemas"]["FaceAuthenticationEventData"];
                    _links: {
                        self: components["schemas"]["Link"];
                    };
                };
            };
        };
        responses: {
            /** @description It arrived; anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    face_authentication_link_expired: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    /** @constant */
                    type: "face_authentication_link_expired";
                    version: string;
                    /** Format: date-time */
                    created_on: string;
                    /**
                     * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
                     * @constant
                     */
                    livemode?: false;
                    data: components["schemas"]["FaceAuthenticationEventData"];
                    _links: {
                        self: components["schemas"]["Link"];
                    };
                };
            };
        };
        responses: {
            /** @description It arrived; anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    face_authentication_capture_aborted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    /** @constant */
                    type: "face_authentication_capture_aborted";
                    version: string;
                    /** Format: date-time */
                    created_on: string;
                    /**
                     * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
                     * @constant
                     */
                    livemode?: false;
                    data: components["schemas"]["FaceAuthenticationEventData"];
                    _links: {
                        self: components["schemas"]["Link"];
                    };
                };
            };
        };
        responses: {
            /** @description It arrived; anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    face_authentication_capture_refused: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    /** @constant */
                    type: "face_authentication_capture_refused";
                    version: string;
                    /** Format: date-time */
                    created_on: string;
                    /**
                     * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
                     * @constant
                     */
                    livemode?: false;
                    data: components["schemas"]["FaceAuthenticationEventData"];
                    _links: {
                        self: components["schemas"]["Link"];
                    };
                };
            };
        };
        responses: {
            /** @description It arrived; anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    face_authentication_capture_completed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    /** @constant */
                    type: "face_authentication_capture_completed";
                    version: string;
                    /** Format: date-time */
                    created_on: string;
                    /**
                     * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
                     * @constant
                     */
                    livemode?: false;
                    data: components["schemas"]["FaceAuthenticationEventData"];
                    _links: {
                        self: components["schemas"]["Link"];
                    };
                };
            };
        };
        responses: {
            /** @description It arrived; anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    face_authentication_checks_completed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    /** @constant */
                    type: "face_authentication_checks_completed";
                    version: string;
                    /** Format: date-time */
                    created_on: string;
                    /**
                     * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
                     * @constant
                     */
                    livemode?: false;
                    data: components["schemas"]["FaceAuthenticationEventData"];
                    _links: {
                        self: components["schemas"]["Link"];
                    };
                };
            };
        };
        responses: {
            /** @description It arrived; anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    face_authentication_checks_inconclusive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    /** @constant */
                    type: "face_authentication_checks_inconclusive";
                    version: string;
                    /** Format: date-time */
                    created_on: string;
                    /**
                     * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
                     * @constant
                     */
                    livemode?: false;
                    data: components["schemas"]["FaceAuthenticationEventData"];
                    _links: {
                        self: components["schemas"]["Link"];
                    };
                };
            };
        };
        responses: {
            /** @description It arrived; anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    face_authentication_retry_requested: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    /** @constant */
                    type: "face_authentication_retry_requested";
                    version: string;
                    /** Format: date-time */
                    created_on: string;
                    /**
                     * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
                     * @constant
                     */
                    livemode?: false;
                    data: components["schemas"]["FaceAuthenticationEventData"];
                    _links: {
                        self: components["schemas"]["Link"];
                    };
                };
            };
        };
        responses: {
            /** @description It arrived; anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    face_authentication_closed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    /** @constant */
                    type: "face_authentication_closed";
                    version: string;
                    /** Format: date-time */
                    created_on: string;
                    /**
                     * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
                     * @constant
                     */
                    livemode?: false;
                    data: components["schemas"]["FaceAuthenticationEventData"];
                    _links: {
                        self: components["schemas"]["Link"];
                    };
                };
            };
        };
        responses: {
            /** @description It arrived; anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    face_authentication_anonymized: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    /** @constant */
                    type: "face_authentication_anonymized";
                    version: string;
                    /** Format: date-time */
                    created_on: string;
                    /**
                     * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
                     * @constant
                     */
                    livemode?: false;
                    data: components["schemas"]["FaceAuthenticationEventData"];
                    _links: {
                        self: components["schemas"]["Link"];
                    };
                };
            };
        };
        responses: {
            /** @description It arrived; anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    face_authentication_reviewed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    /** @constant */
                    type: "face_authentication_reviewed";
                    version: string;
                    /** Format: date-time */
                    created_on: string;
                    /**
                     * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
                     * @constant
                     */
                    livemode?: false;
                    data: components["schemas"]["FaceAuthenticationEventData"];
                    _links: {
                        self: components["schemas"]["Link"];
                    };
                };
            };
        };
        responses: {
            /** @description It arrived; anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    applicant_locked: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    /** @constant */
                    type: "applicant_locked";
                    version: string;
                    /** Format: date-time */
                    created_on: string;
                    /**
                     * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
                     * @constant
                     */
                    livemode?: false;
                    data: components["schemas"]["ApplicantLockedEventData"];
                    _links: {
                        self: components["schemas"]["Link"];
                    };
                };
            };
        };
        responses: {
            /** @description It arrived; anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    face_added: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    /** @constant */
                    type: "face_added";
                    version: string;
                    /** Format: date-time */
                    created_on: string;
                    /**
                     * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
                     * @constant
                     */
                    livemode?: false;
                    data: components["schemas"]["FaceEventData"];
                    _links: {
                        self: components["schemas"]["Link"];
                    };
                };
            };
        };
        responses: {
            /** @description It arrived; anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    face_removed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    /** @constant */
                    type: "face_removed";
                    version: string;
                    /** Format: date-time */
                    created_on: string;
                    /**
                     * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
                     * @constant
                     */
                    livemode?: false;
                    data: components["schemas"]["FaceEventData"];
                    _links: {
                        self: components["schemas"]["Link"];
                    };
                };
            };
        };
        responses: {
            /** @description It arrived; anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    face_reviewed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    /** @constant */
                    type: "face_reviewed";
                    version: string;
                    /** Format: date-time */
                    created_on: string;
                    /**
                     * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
                     * @constant
                     */
                    livemode?: false;
                    data: components["schemas"]["FaceReviewedEventData"];
                    _links: {
                        self: components["schemas"]["Link"];
                    };
                };
            };
        };
        responses: {
            /** @description It arrived; anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    face_enrollment_required: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    /** @constant */
                    type: "face_enrollment_required";
                    version: string;
                    /** Format: date-time */
                    created_on: string;
                    /**
                     * @description `false`: of test mode, see docs/test-mode.md. Absent: live.
                     * @constant
                     */
                    livemode?: false;
                    data: components["schemas"]["FaceEnrollmentRequiredEventData"];
                    _links: {
                        self: components["schemas"]["Link"];
                    };
                };
            };
        };
        responses: {
            /** @description It arrived; anything else is tried again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
