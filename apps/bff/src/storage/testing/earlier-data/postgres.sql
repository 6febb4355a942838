CREATE SCHEMA visavis_jobs;
CREATE TYPE visavis_jobs.job_state AS ENUM (
    'created',
    'retry',
    'active',
    'completed',
    'cancelled',
    'failed'
);
CREATE FUNCTION visavis_jobs.create_queue(queue_name text, options jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $_$
    DECLARE
      tablename varchar := CASE WHEN options->>'partition' = 'true'
                            THEN 'j' || encode(sha224(queue_name::bytea), 'hex')
                            ELSE 'job_common'
                            END;
      queue_created_on timestamptz;
    BEGIN
      WITH q as (
        INSERT INTO visavis_jobs.queue (
          name,
          policy,
          retry_limit,
          retry_delay,
          retry_backoff,
          retry_delay_max,
          expire_seconds,
          retention_seconds,
          deletion_seconds,
          warning_queued,
          dead_letter,
          partition,
          table_name,
          heartbeat_seconds,
          notify,
          created_on,
          updated_on
        )
        VALUES (
          queue_name,
          options->>'policy',
          COALESCE((options->>'retryLimit')::int, 2),
          COALESCE((options->>'retryDelay')::int, 0),
          COALESCE((options->>'retryBackoff')::bool, false),
          (options->>'retryDelayMax')::int,
          COALESCE((options->>'expireInSeconds')::int, 900),
          COALESCE((options->>'retentionSeconds')::int, 1209600),
          COALESCE((options->>'deleteAfterSeconds')::int, 604800),
          COALESCE((options->>'warningQueueSize')::int, 0),
          options->>'deadLetter',
          COALESCE((options->>'partition')::bool, false),
          tablename,
          (options->>'heartbeatSeconds')::int,
          COALESCE((options->>'notify')::bool, false),
          visavis_jobs.job_now(),
          visavis_jobs.job_now()
        )
        ON CONFLICT DO NOTHING
        RETURNING created_on
      )
      SELECT created_on into queue_created_on from q;
      IF queue_created_on IS NULL OR options->>'partition' IS DISTINCT FROM 'true' THEN
        RETURN;
      END IF;
      EXECUTE format('CREATE TABLE visavis_jobs.%I (LIKE visavis_jobs.job INCLUDING DEFAULTS)', tablename);
      EXECUTE visavis_jobs.job_table_format($cmd$ALTER TABLE visavis_jobs.job ADD PRIMARY KEY (name, id)$cmd$, tablename);
      EXECUTE visavis_jobs.job_table_format($cmd$ALTER TABLE visavis_jobs.job ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES visavis_jobs.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED$cmd$, tablename);
      EXECUTE visavis_jobs.job_table_format($cmd$ALTER TABLE visavis_jobs.job ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES visavis_jobs.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED$cmd$, tablename);
      EXECUTE visavis_jobs.job_table_format($cmd$CREATE INDEX job_i11 ON visavis_jobs.job (name, priority DESC, created_on, start_after) WHERE state < 'active' AND NOT blocked$cmd$, tablename);
      EXECUTE visavis_jobs.job_table_format($cmd$CREATE UNIQUE INDEX job_i4 ON visavis_jobs.job (name, singleton_on, COALESCE(singleton_key, '')) WHERE state <> 'cancelled' AND singleton_on IS NOT NULL$cmd$, tablename);
      EXECUTE visavis_jobs.job_table_format($cmd$CREATE INDEX job_i7 ON visavis_jobs.job (name, group_id) WHERE state = 'active' AND group_id IS NOT NULL$cmd$, tablename);
      EXECUTE visavis_jobs.job_table_format($cmd$CREATE INDEX job_i9 ON visavis_jobs.job (name, id) WHERE blocking AND state = 'completed'$cmd$, tablename);
      EXECUTE visavis_jobs.job_table_format($cmd$CREATE INDEX job_i12 ON visavis_jobs.job (source_root_id) WHERE source_root_id IS NOT NULL$cmd$, tablename);
      IF options->>'policy' = 'short' THEN
        EXECUTE visavis_jobs.job_table_format($cmd$CREATE UNIQUE INDEX job_i1 ON visavis_jobs.job (name, COALESCE(singleton_key, '')) WHERE state = 'created' AND policy = 'short'$cmd$, tablename);
      ELSIF options->>'policy' = 'singleton' THEN
        EXECUTE visavis_jobs.job_table_format($cmd$CREATE UNIQUE INDEX job_i2 ON visavis_jobs.job (name, COALESCE(singleton_key, '')) WHERE state = 'active' AND policy = 'singleton'$cmd$, tablename);
      ELSIF options->>'policy' = 'stately' THEN
        EXECUTE visavis_jobs.job_table_format($cmd$CREATE UNIQUE INDEX job_i3 ON visavis_jobs.job (name, state, COALESCE(singleton_key, '')) WHERE state <= 'active' AND policy = 'stately'$cmd$, tablename);
      ELSIF options->>'policy' = 'exclusive' THEN
        EXECUTE visavis_jobs.job_table_format($cmd$CREATE UNIQUE INDEX job_i6 ON visavis_jobs.job (name, COALESCE(singleton_key, '')) WHERE state <= 'active' AND policy = 'exclusive'$cmd$, tablename);
      ELSIF options->>'policy' = 'key_strict_fifo' THEN
        EXECUTE visavis_jobs.job_table_format($cmd$CREATE UNIQUE INDEX job_i8 ON visavis_jobs.job (name, singleton_key) WHERE state IN ('active', 'retry', 'failed') AND policy = 'key_strict_fifo'$cmd$, tablename);
        EXECUTE visavis_jobs.job_table_format($cmd$CREATE INDEX job_i10 ON visavis_jobs.job (name, singleton_key, state DESC, created_on, id) INCLUDE (start_after) WHERE state < 'active' AND NOT blocked AND policy = 'key_strict_fifo'$cmd$, tablename);
        EXECUTE visavis_jobs.job_table_format($cmd$ALTER TABLE visavis_jobs.job ADD CONSTRAINT job_key_strict_fifo_singleton_key_check CHECK (NOT (policy = 'key_strict_fifo' AND singleton_key IS NULL))$cmd$, tablename);
      END IF;
      EXECUTE format('ALTER TABLE visavis_jobs.%I ADD CONSTRAINT cjc CHECK (name=%L)', tablename, queue_name);
      EXECUTE format('ALTER TABLE visavis_jobs.job ATTACH PARTITION visavis_jobs.%I FOR VALUES IN (%L)', tablename, queue_name);
    END;
    $_$;
CREATE FUNCTION visavis_jobs.delete_queue(queue_name text) RETURNS void
    LANGUAGE plpgsql
    AS $$
    DECLARE
      v_table varchar;
      v_partition bool;
    BEGIN
      SELECT table_name, partition
      FROM visavis_jobs.queue
      WHERE name = queue_name
      INTO v_table, v_partition;
      IF v_partition THEN
        EXECUTE format('DROP TABLE IF EXISTS visavis_jobs.%I', v_table);
      ELSE
        EXECUTE format('DELETE FROM visavis_jobs.%I WHERE name = %L', v_table, queue_name);
      END IF;
      DELETE FROM visavis_jobs.queue WHERE name = queue_name;
    END;
    $$;
CREATE FUNCTION visavis_jobs.job_now() RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    AS $$
      SELECT pg_catalog.now();
    $$;
CREATE FUNCTION visavis_jobs.job_table_format(command text, table_name text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $_$
      SELECT format(
        regexp_replace(
          regexp_replace(command, '\.job\y', '.%1$I', 'g'),
          '\yjob_i(\d+)', '%1$s_i\1', 'g'
        ),
        table_name
      );
    $_$;
CREATE FUNCTION visavis_jobs.job_table_run(command text, tbl_name text DEFAULT NULL::text, queue_name text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql
    AS $$
    DECLARE
      tbl RECORD;
    BEGIN
      IF queue_name IS NOT NULL THEN
        SELECT table_name INTO tbl_name FROM visavis_jobs.queue WHERE name = queue_name;
      END IF;
      IF tbl_name IS NOT NULL THEN
        EXECUTE visavis_jobs.job_table_format(command, tbl_name);
        RETURN;
      END IF;
      EXECUTE visavis_jobs.job_table_format(command, 'job_common');
      FOR tbl IN SELECT table_name FROM visavis_jobs.queue WHERE partition = true
      LOOP
        EXECUTE visavis_jobs.job_table_format(command, tbl.table_name);
      END LOOP;
    END;
    $$;
CREATE FUNCTION visavis_jobs.job_table_run_async(command_name text, version integer, command text, tbl_name text DEFAULT NULL::text, queue_name text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql
    AS $$
    BEGIN
      IF queue_name IS NOT NULL THEN
        SELECT table_name INTO tbl_name FROM visavis_jobs.queue WHERE name = queue_name;
      END IF;
      IF tbl_name IS NOT NULL THEN
        INSERT INTO visavis_jobs.bam (name, version, status, queue, table_name, command)
        VALUES (
          command_name,
          version,
          'pending',
          queue_name,
          tbl_name,
          visavis_jobs.job_table_format(command, tbl_name)
        );
        RETURN;
      END IF;
      INSERT INTO visavis_jobs.bam (name, version, status, queue, table_name, command)
      SELECT
        command_name,
        version,
        'pending',
        NULL,
        'job_common',
        visavis_jobs.job_table_format(command, 'job_common')
      UNION ALL
      SELECT
        command_name,
        version,
        'pending',
        queue.name,
        queue.table_name,
        visavis_jobs.job_table_format(command, queue.table_name)
      FROM visavis_jobs.queue
      WHERE partition = true;
    END;
    $$;
CREATE TABLE public.api_keys (
    id text NOT NULL,
    tenant_id text NOT NULL,
    hash bytea NOT NULL,
    created_on timestamp with time zone NOT NULL,
    name text,
    last_four text,
    scopes text[] NOT NULL,
    "position" bigint NOT NULL,
    CONSTRAINT api_keys_hash_check CHECK ((octet_length(hash) = 32))
);
ALTER TABLE public.api_keys ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.api_keys_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.applicants (
    id text NOT NULL,
    tenant_id text NOT NULL,
    external_applicant_id text,
    email text,
    external_applicant_name text,
    created_on timestamp with time zone NOT NULL,
    modified_on timestamp with time zone NOT NULL,
    anonymized_on timestamp with time zone
);
CREATE TABLE public.assets (
    id text NOT NULL,
    tenant_id text NOT NULL,
    owner_id text NOT NULL,
    type text NOT NULL,
    media_type text NOT NULL,
    bytes integer NOT NULL,
    status text NOT NULL,
    writer text NOT NULL,
    created_on timestamp with time zone NOT NULL,
    "position" bigint NOT NULL,
    quality jsonb,
    CONSTRAINT assets_bytes_check CHECK ((bytes > 0)),
    CONSTRAINT assets_media_type_check CHECK ((media_type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text]))),
    CONSTRAINT assets_status_check CHECK ((status = ANY (ARRAY['writing'::text, 'stored'::text, 'erasing'::text]))),
    CONSTRAINT assets_type_check CHECK ((type = 'face_image'::text))
);
ALTER TABLE public.assets ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.assets_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.attempts (
    id text NOT NULL,
    tenant_id text NOT NULL,
    face_authentication_id text NOT NULL,
    status text NOT NULL,
    response_codes integer[] NOT NULL,
    event text NOT NULL,
    redirect_url text NOT NULL,
    residence_country text,
    language text,
    capture_token_hash bytea NOT NULL,
    expires_on timestamp with time zone NOT NULL,
    consent_on timestamp with time zone,
    capture_count integer NOT NULL,
    upload_id text,
    ip_address text,
    created_on timestamp with time zone NOT NULL,
    modified_on timestamp with time zone NOT NULL,
    "position" bigint NOT NULL,
    locale text,
    digit_string_hash bytea,
    CONSTRAINT attempts_capture_count_check CHECK ((capture_count >= 0)),
    CONSTRAINT attempts_capture_token_hash_check CHECK ((octet_length(capture_token_hash) = 32)),
    CONSTRAINT attempts_digit_string_hash_check CHECK ((octet_length(digit_string_hash) = 32)),
    CONSTRAINT attempts_status_check CHECK ((status = ANY (ARRAY['pending_redirection'::text, 'capture_in_progress'::text, 'capture_aborted'::text, 'capture_refused'::text, 'expired'::text, 'checks_in_progress'::text, 'checks_inconclusive'::text, 'completed'::text, 'terminated'::text])))
);
ALTER TABLE public.attempts ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.attempts_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.code_tries (
    key text NOT NULL,
    count integer NOT NULL,
    resets_on timestamp with time zone NOT NULL
);
CREATE TABLE public.data_keys (
    id integer NOT NULL,
    wrapped bytea NOT NULL,
    created_on timestamp with time zone NOT NULL,
    CONSTRAINT data_keys_id_check CHECK ((id = 1))
);
CREATE TABLE public.erasure_receipts (
    id text NOT NULL,
    tenant_id text NOT NULL,
    subject_id text NOT NULL,
    erased jsonb NOT NULL,
    created_on timestamp with time zone NOT NULL,
    completed_on timestamp with time zone
);
CREATE TABLE public.events (
    id text NOT NULL,
    tenant_id text NOT NULL,
    type text NOT NULL,
    payload jsonb NOT NULL,
    created_on timestamp with time zone NOT NULL,
    "position" bigint NOT NULL
);
ALTER TABLE public.events ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.events_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.face_authentications (
    id text NOT NULL,
    tenant_id text NOT NULL,
    applicant_id text NOT NULL,
    user_journey_id text NOT NULL,
    status text NOT NULL,
    response_codes integer[] NOT NULL,
    risk_labels text[] NOT NULL,
    created_on timestamp with time zone NOT NULL,
    modified_on timestamp with time zone NOT NULL,
    anonymized_on timestamp with time zone,
    CONSTRAINT face_authentications_status_check CHECK ((status = ANY (ARRAY['created'::text, 'pending'::text, 'capture_in_progress'::text, 'checks_in_progress'::text, 'approved'::text, 'declined'::text, 'retry_required'::text, 'refused'::text, 'inconclusive'::text])))
);
CREATE TABLE public.face_enrollments (
    id text NOT NULL,
    tenant_id text NOT NULL,
    face_id text NOT NULL,
    user_journey_id text,
    status text NOT NULL,
    response_codes integer[] NOT NULL,
    redirect_url text NOT NULL,
    locale text,
    capture_token_hash bytea NOT NULL,
    expires_on timestamp with time zone NOT NULL,
    consent_on timestamp with time zone,
    capture_count integer NOT NULL,
    upload_id text,
    ip_address text,
    created_on timestamp with time zone NOT NULL,
    modified_on timestamp with time zone NOT NULL,
    "position" bigint NOT NULL,
    CONSTRAINT face_enrollments_capture_count_check CHECK ((capture_count >= 0)),
    CONSTRAINT face_enrollments_capture_token_hash_check CHECK ((octet_length(capture_token_hash) = 32)),
    CONSTRAINT face_enrollments_status_check CHECK ((status = ANY (ARRAY['pending_redirection'::text, 'capture_in_progress'::text, 'capture_aborted'::text, 'capture_refused'::text, 'expired'::text, 'checks_inconclusive'::text, 'completed'::text, 'terminated'::text])))
);
ALTER TABLE public.face_enrollments ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.face_enrollments_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.face_index_entries (
    id text NOT NULL,
    tenant_id text NOT NULL,
    gallery_id integer NOT NULL,
    applicant_id text,
    reference text,
    created_on timestamp with time zone NOT NULL
);
CREATE TABLE public.face_index_galleries (
    id integer NOT NULL,
    tenant_id text NOT NULL,
    model_id text NOT NULL
);
ALTER TABLE public.face_index_galleries ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.face_index_galleries_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.faces (
    id text NOT NULL,
    tenant_id text NOT NULL,
    applicant_id text NOT NULL,
    status text NOT NULL,
    provider text NOT NULL,
    template_model text,
    template_sealed bytea,
    created_on timestamp with time zone NOT NULL,
    modified_on timestamp with time zone NOT NULL,
    "position" bigint NOT NULL,
    source text NOT NULL,
    source_attempt_id text,
    vendor_reference text,
    expires_on timestamp with time zone,
    CONSTRAINT faces_check CHECK (((template_model IS NULL) = (template_sealed IS NULL))),
    CONSTRAINT faces_check1 CHECK (((source = 'attempt'::text) = (source_attempt_id IS NOT NULL))),
    CONSTRAINT faces_check2 CHECK (((source = 'vendor'::text) = (vendor_reference IS NOT NULL))),
    CONSTRAINT faces_source_check CHECK ((source = ANY (ARRAY['upload'::text, 'attempt'::text, 'enrollment'::text, 'vendor'::text]))),
    CONSTRAINT faces_status_check CHECK ((status = ANY (ARRAY['NEW'::text, 'ACTIVATING'::text, 'ACTIVE'::text, 'REVIEW'::text, 'FAILED'::text, 'EXPIRED'::text, 'DISABLED'::text])))
);
ALTER TABLE public.faces ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.faces_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.handoffs (
    id text NOT NULL,
    tenant_id text NOT NULL,
    attempt_id text,
    face_enrollment_id text,
    state text NOT NULL,
    number smallint NOT NULL,
    tries smallint NOT NULL,
    digits_hash bytea,
    follower_hash bytea,
    source_browser text,
    source_system text,
    expires_on timestamp with time zone NOT NULL,
    CONSTRAINT handoffs_check CHECK (((attempt_id IS NULL) <> (face_enrollment_id IS NULL))),
    CONSTRAINT handoffs_check1 CHECK (((state = 'connected'::text) = (follower_hash IS NOT NULL))),
    CONSTRAINT handoffs_digits_hash_check CHECK ((octet_length(digits_hash) = 32)),
    CONSTRAINT handoffs_follower_hash_check CHECK ((octet_length(follower_hash) = 32)),
    CONSTRAINT handoffs_number_check CHECK (((number >= 10) AND (number <= 99))),
    CONSTRAINT handoffs_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'connected'::text, 'cancelled'::text])))
);
CREATE TABLE public.idempotency_keys (
    tenant_id text NOT NULL,
    key_hash bytea NOT NULL,
    fingerprint bytea NOT NULL,
    owner text NOT NULL,
    leased_until timestamp with time zone NOT NULL,
    answer_sealed bytea,
    mentions text[] NOT NULL,
    expires_on timestamp with time zone NOT NULL,
    CONSTRAINT idempotency_keys_fingerprint_check CHECK ((octet_length(fingerprint) = 32)),
    CONSTRAINT idempotency_keys_key_hash_check CHECK ((octet_length(key_hash) = 32))
);
CREATE TABLE public.kysely_migration (
    name character varying(255) NOT NULL,
    "timestamp" character varying(255) NOT NULL
);
CREATE TABLE public.kysely_migration_lock (
    id character varying(255) NOT NULL,
    is_locked integer DEFAULT 0 NOT NULL
);
CREATE TABLE public.oauth_clients (
    id text NOT NULL,
    tenant_id text NOT NULL,
    name text,
    secret_hash bytea NOT NULL,
    last_four text NOT NULL,
    scopes text[] NOT NULL,
    created_on timestamp with time zone NOT NULL,
    "position" bigint NOT NULL,
    CONSTRAINT oauth_clients_secret_hash_check CHECK ((octet_length(secret_hash) = 32))
);
ALTER TABLE public.oauth_clients ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.oauth_clients_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.oauth_tokens (
    hash bytea NOT NULL,
    tenant_id text NOT NULL,
    oauth_client_id text NOT NULL,
    scopes text[] NOT NULL,
    expires_on timestamp with time zone NOT NULL,
    CONSTRAINT oauth_tokens_hash_check CHECK ((octet_length(hash) = 32))
);
CREATE UNLOGGED TABLE public.rate_limits (
    key character varying(255) NOT NULL,
    points integer DEFAULT 0 NOT NULL,
    expire bigint
);
CREATE TABLE public.retired_provider_settings (
    tenant_id text NOT NULL,
    user_journey_id text NOT NULL,
    provider text NOT NULL,
    settings_sealed bytea,
    retired_on timestamp with time zone NOT NULL
);
CREATE TABLE public.tenants (
    id text NOT NULL,
    name text NOT NULL,
    "position" bigint NOT NULL
);
ALTER TABLE public.tenants ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.tenants_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.user_journeys (
    id text NOT NULL,
    tenant_id text NOT NULL,
    provider text NOT NULL,
    minimum_match_level integer NOT NULL,
    "position" bigint NOT NULL,
    name text NOT NULL,
    provider_settings_sealed bytea,
    provider_setting_keys text[] NOT NULL,
    allowed_redirect_urls text[] NOT NULL,
    allowed_frame_origins text[] NOT NULL,
    theme jsonb NOT NULL,
    locale text,
    retry_limit integer NOT NULL,
    liveness_policy text NOT NULL,
    retention_days integer NOT NULL,
    one_to_n boolean NOT NULL,
    alternative_url text,
    handoff boolean NOT NULL,
    copy jsonb NOT NULL,
    created_on timestamp with time zone NOT NULL,
    modified_on timestamp with time zone NOT NULL,
    thresholds jsonb NOT NULL,
    CONSTRAINT user_journeys_liveness_policy_check CHECK ((liveness_policy = ANY (ARRAY['none'::text, 'required'::text]))),
    CONSTRAINT user_journeys_minimum_match_level_check CHECK (((minimum_match_level >= 1) AND (minimum_match_level <= 5))),
    CONSTRAINT user_journeys_retention_days_check CHECK ((retention_days >= 0)),
    CONSTRAINT user_journeys_retry_limit_check CHECK ((retry_limit > 0))
);
ALTER TABLE public.user_journeys ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.user_journeys_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.vendor_captures (
    attempt_id text NOT NULL,
    tenant_id text NOT NULL,
    applicant_id text NOT NULL,
    face_authentication_id text NOT NULL,
    user_journey_id text NOT NULL,
    provider text NOT NULL,
    status text NOT NULL,
    claimed_until timestamp with time zone,
    vendor_session text,
    state_sealed bytea,
    step_sealed bytea,
    return_hash bytea,
    read_on timestamp with time zone,
    next_look_on timestamp with time zone,
    give_up_on timestamp with time zone NOT NULL,
    created_on timestamp with time zone NOT NULL,
    modified_on timestamp with time zone NOT NULL,
    CONSTRAINT vendor_captures_check CHECK (((status = 'starting'::text) = (claimed_until IS NOT NULL))),
    CONSTRAINT vendor_captures_check1 CHECK (((status = 'starting'::text) OR ((vendor_session IS NOT NULL) AND (state_sealed IS NOT NULL) AND (step_sealed IS NOT NULL)))),
    CONSTRAINT vendor_captures_check2 CHECK (((status = ANY (ARRAY['open'::text, 'media'::text, 'erasing'::text])) = (next_look_on IS NOT NULL))),
    CONSTRAINT vendor_captures_return_hash_check CHECK ((octet_length(return_hash) = 32)),
    CONSTRAINT vendor_captures_status_check CHECK ((status = ANY (ARRAY['starting'::text, 'open'::text, 'media'::text, 'over'::text, 'erasing'::text])))
);
CREATE TABLE public.vendor_faces (
    face_id text NOT NULL,
    tenant_id text NOT NULL,
    applicant_id text NOT NULL,
    user_journey_id text NOT NULL,
    provider text NOT NULL,
    owner text,
    reference text NOT NULL,
    status text NOT NULL,
    next_look_on timestamp with time zone,
    created_on timestamp with time zone NOT NULL,
    modified_on timestamp with time zone NOT NULL,
    CONSTRAINT vendor_faces_check CHECK (((status = 'erasing'::text) = (next_look_on IS NOT NULL))),
    CONSTRAINT vendor_faces_status_check CHECK ((status = ANY (ARRAY['kept'::text, 'erasing'::text])))
);
CREATE TABLE public.vendor_index_entries (
    id text NOT NULL,
    tenant_id text NOT NULL,
    user_journey_id text NOT NULL,
    provider text NOT NULL,
    vendor_entry text NOT NULL,
    reference text,
    has_picture boolean NOT NULL,
    created_on timestamp with time zone NOT NULL
);
CREATE TABLE public.webhook_attempts (
    tenant_id text NOT NULL,
    delivery_id text NOT NULL,
    started_on timestamp with time zone NOT NULL,
    duration_ms integer NOT NULL,
    response_status integer,
    error text,
    "position" bigint NOT NULL
);
ALTER TABLE public.webhook_attempts ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.webhook_attempts_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.webhook_deliveries (
    id text NOT NULL,
    tenant_id text NOT NULL,
    endpoint_id text NOT NULL,
    event_id text NOT NULL,
    status text NOT NULL,
    turn integer NOT NULL,
    failures integer NOT NULL,
    next_attempt_on timestamp with time zone,
    claimed_until timestamp with time zone,
    created_on timestamp with time zone NOT NULL,
    modified_on timestamp with time zone NOT NULL,
    "position" bigint NOT NULL,
    CONSTRAINT webhook_deliveries_check CHECK (((status = 'pending'::text) = (next_attempt_on IS NOT NULL))),
    CONSTRAINT webhook_deliveries_failures_check CHECK ((failures >= 0)),
    CONSTRAINT webhook_deliveries_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'delivered'::text, 'failed'::text]))),
    CONSTRAINT webhook_deliveries_turn_check CHECK ((turn >= 0))
);
ALTER TABLE public.webhook_deliveries ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.webhook_deliveries_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.webhook_endpoints (
    id text NOT NULL,
    tenant_id text NOT NULL,
    url text NOT NULL,
    event_types text[],
    description text,
    is_active boolean NOT NULL,
    secret_sealed bytea NOT NULL,
    authorization_sealed bytea,
    created_on timestamp with time zone NOT NULL,
    modified_on timestamp with time zone NOT NULL,
    "position" bigint NOT NULL
);
ALTER TABLE public.webhook_endpoints ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.webhook_endpoints_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE visavis_jobs.bam (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    version integer NOT NULL,
    status text DEFAULT 'pending'::text NOT NULL,
    queue text,
    table_name text NOT NULL,
    command text NOT NULL,
    error text,
    created_on timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    started_on timestamp with time zone,
    completed_on timestamp with time zone
);
CREATE TABLE visavis_jobs.job (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    priority integer DEFAULT 0 NOT NULL,
    data jsonb,
    state visavis_jobs.job_state DEFAULT 'created'::visavis_jobs.job_state NOT NULL,
    retry_limit integer DEFAULT 2 NOT NULL,
    retry_count integer DEFAULT 0 NOT NULL,
    retry_delay integer DEFAULT 0 NOT NULL,
    retry_backoff boolean DEFAULT false NOT NULL,
    retry_delay_max integer,
    expire_seconds integer DEFAULT 900 NOT NULL,
    deletion_seconds integer DEFAULT 604800 NOT NULL,
    singleton_key text,
    singleton_on timestamp without time zone,
    group_id text,
    group_tier text,
    start_after timestamp with time zone DEFAULT now() NOT NULL,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    started_on timestamp with time zone,
    completed_on timestamp with time zone,
    keep_until timestamp with time zone DEFAULT (now() + '336:00:00'::interval) NOT NULL,
    output jsonb,
    dead_letter text,
    policy text,
    heartbeat_on timestamp with time zone,
    heartbeat_seconds integer,
    blocked boolean DEFAULT false NOT NULL,
    blocking boolean DEFAULT false NOT NULL,
    pending_dependencies integer DEFAULT 0 NOT NULL,
    source_name text,
    source_id uuid,
    source_created_on timestamp with time zone,
    source_retry_count integer,
    source_output jsonb,
    source_root_id uuid
)
PARTITION BY LIST (name);
CREATE TABLE visavis_jobs.job_common (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    priority integer DEFAULT 0 NOT NULL,
    data jsonb,
    state visavis_jobs.job_state DEFAULT 'created'::visavis_jobs.job_state NOT NULL,
    retry_limit integer DEFAULT 2 NOT NULL,
    retry_count integer DEFAULT 0 NOT NULL,
    retry_delay integer DEFAULT 0 NOT NULL,
    retry_backoff boolean DEFAULT false NOT NULL,
    retry_delay_max integer,
    expire_seconds integer DEFAULT 900 NOT NULL,
    deletion_seconds integer DEFAULT 604800 NOT NULL,
    singleton_key text,
    singleton_on timestamp without time zone,
    group_id text,
    group_tier text,
    start_after timestamp with time zone DEFAULT now() NOT NULL,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    started_on timestamp with time zone,
    completed_on timestamp with time zone,
    keep_until timestamp with time zone DEFAULT (now() + '336:00:00'::interval) NOT NULL,
    output jsonb,
    dead_letter text,
    policy text,
    heartbeat_on timestamp with time zone,
    heartbeat_seconds integer,
    blocked boolean DEFAULT false NOT NULL,
    blocking boolean DEFAULT false NOT NULL,
    pending_dependencies integer DEFAULT 0 NOT NULL,
    source_name text,
    source_id uuid,
    source_created_on timestamp with time zone,
    source_retry_count integer,
    source_output jsonb,
    source_root_id uuid,
    CONSTRAINT job_key_strict_fifo_singleton_key_check CHECK ((NOT ((policy = 'key_strict_fifo'::text) AND (singleton_key IS NULL))))
);
CREATE TABLE visavis_jobs.job_dependency (
    child_name text NOT NULL,
    child_id uuid NOT NULL,
    parent_name text NOT NULL,
    parent_id uuid NOT NULL
);
CREATE TABLE visavis_jobs.queue (
    name text NOT NULL,
    policy text NOT NULL,
    retry_limit integer NOT NULL,
    retry_delay integer NOT NULL,
    retry_backoff boolean NOT NULL,
    retry_delay_max integer,
    expire_seconds integer NOT NULL,
    retention_seconds integer NOT NULL,
    deletion_seconds integer NOT NULL,
    dead_letter text,
    partition boolean NOT NULL,
    table_name text NOT NULL,
    deferred_count integer DEFAULT 0 NOT NULL,
    queued_count integer DEFAULT 0 NOT NULL,
    ready_count integer DEFAULT 0 NOT NULL,
    warning_queued integer DEFAULT 0 NOT NULL,
    active_count integer DEFAULT 0 NOT NULL,
    failed_count integer DEFAULT 0 NOT NULL,
    total_count integer DEFAULT 0 NOT NULL,
    created_delta integer DEFAULT 0 NOT NULL,
    completed_delta integer DEFAULT 0 NOT NULL,
    failed_delta integer DEFAULT 0 NOT NULL,
    delta_on timestamp with time zone,
    delta_seconds integer,
    ready_history integer[] DEFAULT '{}'::integer[] NOT NULL,
    heartbeat_seconds integer,
    notify boolean DEFAULT false NOT NULL,
    singletons_active text[],
    monitor_claim_on timestamp with time zone,
    monitor_on timestamp with time zone,
    maintain_on timestamp with time zone,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    updated_on timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT queue_check CHECK ((dead_letter IS DISTINCT FROM name))
);
CREATE TABLE visavis_jobs.queue_stats (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    deferred_count integer DEFAULT 0 NOT NULL,
    queued_count integer DEFAULT 0 NOT NULL,
    ready_count integer DEFAULT 0 NOT NULL,
    active_count integer DEFAULT 0 NOT NULL,
    failed_count integer DEFAULT 0 NOT NULL,
    total_count integer DEFAULT 0 NOT NULL,
    created_delta integer,
    completed_delta integer,
    failed_delta integer,
    delta_seconds integer,
    delta_on timestamp with time zone,
    captured_on timestamp with time zone DEFAULT now() NOT NULL
)
PARTITION BY RANGE (captured_on);
CREATE TABLE visavis_jobs.queue_stats_20261128 (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    deferred_count integer DEFAULT 0 NOT NULL,
    queued_count integer DEFAULT 0 NOT NULL,
    ready_count integer DEFAULT 0 NOT NULL,
    active_count integer DEFAULT 0 NOT NULL,
    failed_count integer DEFAULT 0 NOT NULL,
    total_count integer DEFAULT 0 NOT NULL,
    created_delta integer,
    completed_delta integer,
    failed_delta integer,
    delta_seconds integer,
    delta_on timestamp with time zone,
    captured_on timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE visavis_jobs.queue_stats_20261129 (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    deferred_count integer DEFAULT 0 NOT NULL,
    queued_count integer DEFAULT 0 NOT NULL,
    ready_count integer DEFAULT 0 NOT NULL,
    active_count integer DEFAULT 0 NOT NULL,
    failed_count integer DEFAULT 0 NOT NULL,
    total_count integer DEFAULT 0 NOT NULL,
    created_delta integer,
    completed_delta integer,
    failed_delta integer,
    delta_seconds integer,
    delta_on timestamp with time zone,
    captured_on timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE visavis_jobs.schedule (
    name text NOT NULL,
    key text DEFAULT ''::text NOT NULL,
    kind text DEFAULT 'cron'::text NOT NULL,
    cron text NOT NULL,
    timezone text DEFAULT 'UTC'::text,
    data jsonb,
    options jsonb,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    updated_on timestamp with time zone DEFAULT now() NOT NULL,
    last_job_id uuid,
    CONSTRAINT schedule_kind_check CHECK ((kind = ANY (ARRAY['cron'::text, 'rrule'::text])))
);
CREATE TABLE visavis_jobs.subscription (
    event text NOT NULL,
    name text NOT NULL,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    updated_on timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE visavis_jobs.version (
    version integer NOT NULL,
    cron_on timestamp with time zone,
    bam_on timestamp with time zone,
    flow_on timestamp with time zone,
    reindex_on timestamp with time zone,
    monitor_backoff_on timestamp with time zone
);
CREATE TABLE visavis_jobs.warning (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    type text NOT NULL,
    message text NOT NULL,
    data jsonb,
    created_on timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY visavis_jobs.job ATTACH PARTITION visavis_jobs.job_common DEFAULT;
ALTER TABLE ONLY visavis_jobs.queue_stats ATTACH PARTITION visavis_jobs.queue_stats_20261128 FOR VALUES FROM ('2026-11-28 00:00:00+00') TO ('2026-11-29 00:00:00+00');
ALTER TABLE ONLY visavis_jobs.queue_stats ATTACH PARTITION visavis_jobs.queue_stats_20261129 FOR VALUES FROM ('2026-11-29 00:00:00+00') TO ('2026-11-30 00:00:00+00');
INSERT INTO public.api_keys OVERRIDING SYSTEM VALUE VALUES
	('key_je4cnpo3qwzfruux2gouxi3jkj', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', '\xbc50b0de45a12b38f6b32a3d5cdecc479cba682c9bff4844551b5829d1b12fc3', '2026-11-28 19:42:01.053+00', NULL, 'klld', '{admin}', 1),
	('key_agqcaqeqk2gxhy4l62h3fuqksp', 'tnt_kumxpzikeyvsapsy4rlq7xyek7', '\x100bd65f75cceb7dd147ca653f3a29619ecb930e42e99ac0d636393473166ecb', '2026-11-28 19:42:01.085+00', NULL, 'ar6s', '{admin}', 2),
	('key_3fl2ofxagmgvscuur3jznj6qxr', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', '\xedf23bb6b750d093d9023d8a298aa4e7110314285c5c529ab0057c6c4d7a6218', '2026-11-28 19:42:01.106+00', 'Only compares', '6mus', '{match}', 3);
INSERT INTO public.applicants VALUES
	('aplt_7lbkr3wydusisxq35dceplgp2v', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'customer-7', 'ada@example.com', 'Zoë "Ada" Ü', '2026-11-28 19:42:01.289+00', '2026-11-28 19:42:01.289+00', NULL),
	('aplt_hukwkhkjbdozcrk7s3ysggprm4', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', NULL, NULL, NULL, '2026-11-28 19:42:01.636+00', '2026-11-28 19:42:01.636+00', NULL),
	('aplt_6rebbr7raepv7af77jrh7ggtxd', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'eve', 'eve@example.com', NULL, '2026-11-28 19:42:01.954+00', '2026-11-28 19:42:01.954+00', NULL),
	('aplt_nguu5exh2tl2m2cpszrcnpomuv', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'gone', NULL, NULL, '2026-11-28 19:42:08.196+00', '2026-11-28 19:42:08.614+00', '2026-11-28 19:42:08.614+00'),
	('aplt_noy7qkmpzc5qv44lsvjdlprbtx', 'tnt_kumxpzikeyvsapsy4rlq7xyek7', 'customer-7', NULL, NULL, '2026-11-28 19:42:08.901+00', '2026-11-28 19:42:08.901+00', NULL);
INSERT INTO public.assets OVERRIDING SYSTEM VALUE VALUES
	('asst_nsdt46hogknpwdmfki5rfwvfbu', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'face_3spwiqjt6x6ozzyuw23cbhqrqf', 'face_image', 'image/jpeg', 64, 'stored', 'f8357df3-f6d6-47f3-a627-5934b7031f8f', '2026-11-28 19:42:01.33+00', 1, NULL),
	('asst_sivqt4juejhftceykcvyyh6vhi', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'face_2dlgerwbgdkgtjhfkoiwf2oyzn', 'face_image', 'image/jpeg', 1500, 'stored', 'f8357df3-f6d6-47f3-a627-5934b7031f8f', '2026-11-28 19:42:01.4+00', 2, NULL),
	('asst_6u6ztyle7pv2t3dvwd2tk6mk62', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'face_rc6omqknhoxiraz5o4pc3xhxen', 'face_image', 'image/jpeg', 64, 'stored', 'f8357df3-f6d6-47f3-a627-5934b7031f8f', '2026-11-28 19:42:01.487+00', 3, NULL),
	('asst_5xyxliqfumcjctahygkaejggh3', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'face_bpkiza4kkig3ongbf4s3fgvfzg', 'face_image', 'image/jpeg', 64, 'stored', 'f8357df3-f6d6-47f3-a627-5934b7031f8f', '2026-11-28 19:42:01.561+00', 4, NULL),
	('asst_5ehscznzxcvyoptt4w2pvh6oyt', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'face_2lwa2xdyn7kpmzav67q56emvnr', 'face_image', 'image/jpeg', 900, 'stored', 'f8357df3-f6d6-47f3-a627-5934b7031f8f', '2026-11-28 19:42:02.91+00', 5, NULL),
	('asst_qk4jem7fmpctso3eo2avxfaxw4', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fatp_sinbikmsqqkmilcxyluzve2clc', 'face_image', 'image/jpeg', 2000, 'stored', 'f8357df3-f6d6-47f3-a627-5934b7031f8f', '2026-11-28 19:42:04.153+00', 6, '{"x49": 91, "x5a": 100}'),
	('asst_vw53dubhehu3t7mivgwst6heqs', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'face_5byq2gdolp5z7s74m5udkkai44', 'face_image', 'image/jpeg', 2000, 'stored', 'f8357df3-f6d6-47f3-a627-5934b7031f8f', '2026-11-28 19:42:04.239+00', 7, NULL),
	('asst_axad7in5gwam5qbs7x25khudih', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fatp_sjk24s3isd3ltifnsty26j47hq', 'face_image', 'image/jpeg', 64, 'stored', 'f8357df3-f6d6-47f3-a627-5934b7031f8f', '2026-11-28 19:42:04.47+00', 8, NULL),
	('asst_jlqvbsueroktl737vwakmuxqgh', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fatp_rm3zyof45i267b2huuj5srw4e7', 'face_image', 'image/jpeg', 64, 'stored', 'f8357df3-f6d6-47f3-a627-5934b7031f8f', '2026-11-28 19:42:04.696+00', 9, NULL),
	('asst_w4m6klptsa2gc43gnuwbsnnw4u', 'tnt_kumxpzikeyvsapsy4rlq7xyek7', 'face_bquytx2d5m2nn6cjv5wfdavn33', 'face_image', 'image/jpeg', 64, 'stored', 'f8357df3-f6d6-47f3-a627-5934b7031f8f', '2026-11-28 19:42:08.903+00', 12, NULL),
	('asst_6occpbiz7ad4m6kwb2cmipcfyy', 'tnt_kumxpzikeyvsapsy4rlq7xyek7', 'face_vrww4dezvnpqua6brnsevvuqqv', 'face_image', 'image/jpeg', 64, 'erasing', 'a process that died', '2026-11-27 19:42:08.911+00', 13, NULL),
	('asst_uyk5qysosvzof2sltifnqz6xcd', 'tnt_kumxpzikeyvsapsy4rlq7xyek7', 'face_qkfeovecsoajja4sxwzb3ai2dn', 'face_image', 'image/jpeg', 64, 'writing', 'a process that died', '2026-11-27 19:42:08.918+00', 14, NULL);
INSERT INTO public.attempts OVERRIDING SYSTEM VALUE VALUES
	('fatp_ywyn3pued6kh3pq6jjuzihzzh2', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fav_mthybtiwrxlw42rz3srzfdae5z', 'pending_redirection', '{}', 'face_authentication_opened', 'https://partner.example/back?cart=7', NULL, NULL, '\xe342b221d25890202037b05efb04ee717bf5b5426ff7cd5517f8226ab0683cc8', '2026-11-29 19:42:03.93+00', NULL, 0, NULL, NULL, '2026-11-28 19:42:03.93+00', '2026-11-28 19:42:03.93+00', 1, 'fr', NULL),
	('fatp_j2klvxisjoagkfni6ehio44yyv', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fav_jww5qhizz7xzonkhnc2plyca4p', 'pending_redirection', '{}', 'face_authentication_opened', 'https://partner.example/back?cart=7', NULL, NULL, '\xc727df1bb0b91589e6ad5eb8f4b0e6dd1b1110d71e073193da46e62c9024e1d2', '2026-11-28 20:12:03.948+00', NULL, 0, NULL, NULL, '2026-11-28 19:42:03.948+00', '2026-11-28 19:42:03.948+00', 2, NULL, '\xda2c05690f5b360efb7af146020ab6c5937f43aa5512a987b720d39eafb0dc4f'),
	('fatp_sinbikmsqqkmilcxyluzve2clc', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fav_manu6lr33jucciauyjb3lj5uyg', 'completed', '{10000}', 'face_authentication_checks_completed', 'https://partner.example/back?cart=7', NULL, NULL, '\xb76c611b509c463ca3f99bcf4437e52df1bd2f7661a1937edc1a574704bdf6dc', '2026-11-28 20:12:04.052+00', '2026-11-28 19:42:04.082+00', 1, NULL, NULL, '2026-11-28 19:42:04.008+00', '2026-11-28 19:42:04.2+00', 3, NULL, NULL),
	('fatp_2qrmocstbamelrhk6af6gzheln', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fav_dvwt4t7jfozgmygkjrwwvbj7ci', 'capture_aborted', '{61203}', 'face_authentication_capture_aborted', 'https://partner.example/back?cart=7', NULL, NULL, '\xfbbca72cebe872d6b30fa865e209b88b3bc6f222f529a42546972554662b0f4f', '2026-11-28 20:12:04.829+00', '2026-11-28 19:42:04.844+00', 0, NULL, NULL, '2026-11-28 19:42:04.779+00', '2026-11-28 19:42:04.892+00', 6, NULL, NULL),
	('fatp_sjk24s3isd3ltifnsty26j47hq', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fav_z2drbrfx3pkwrfs3slaiszplcy', 'completed', '{10000}', 'face_authentication_checks_completed', 'https://partner.example/back?cart=7', NULL, NULL, '\xed9e9d3d19df2d0ffd813528203628e92d984922da6041df80ada2f56318dbae', '2026-11-28 20:12:04.338+00', '2026-11-28 19:42:04.433+00', 1, NULL, NULL, '2026-11-28 19:42:04.286+00', '2026-11-28 19:42:04.523+00', 4, NULL, NULL),
	('fatp_6x2npezfalvgnw7l77zfgvbtud', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fav_waa5vpxppehzmlo3yzfi75p7kt', 'capture_in_progress', '{}', 'face_authentication_started', 'https://partner.example/back?cart=7', NULL, NULL, '\x3622360fa9e643714eb45fff20471d3c219904eb4d10aea66effa29f92071d88', '2026-11-28 20:12:06.036+00', '2026-11-28 19:42:06.054+00', 0, NULL, NULL, '2026-11-28 19:42:05.93+00', '2026-11-28 19:42:06.054+00', 13, NULL, NULL),
	('fatp_ydzvrzqai7s7rpowicpvi5tkc3', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fav_2mlzw47lelkz6ys7lnouhjaqjy', 'capture_refused', '{63001}', 'face_authentication_capture_refused', 'https://partner.example/back?cart=7', NULL, NULL, '\x804e9b4e55c4a0e7e5029931d46360248e29702941e04c47d99be83122f14318', '2026-11-28 20:12:05.128+00', '2026-11-28 19:42:05.149+00', 0, NULL, NULL, '2026-11-28 19:42:05.043+00', '2026-11-28 19:42:05.169+00', 7, NULL, NULL),
	('fatp_rm3zyof45i267b2huuj5srw4e7', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fav_y4eft3wxvdm3d62dy6cxaucvjo', 'completed', '{62321}', 'face_authentication_checks_completed', 'https://partner.example/back?cart=7', NULL, NULL, '\x305fd97c5b1e667303d1d2ea1a9299dd569a87f81f786dc43ec7ce47b1755bc5', '2026-11-28 20:12:04.618+00', '2026-11-28 19:42:04.648+00', 1, NULL, NULL, '2026-11-28 19:42:04.562+00', '2026-11-28 19:42:04.732+00', 5, NULL, NULL),
	('fatp_tdgxc4josokeu4bgmkusjgxn23', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fav_gjgg7pd7cc3abmo7xt4b7tiirv', 'capture_aborted', '{61121}', 'face_authentication_capture_aborted', 'https://partner.example/back?cart=7', NULL, NULL, '\x67f7cab1d0c2a5a4f4066f3ea37c9582c905bd3bb3cd5b42be43657c48bafb40', '2026-11-28 20:12:05.292+00', '2026-11-28 19:42:05.31+00', 0, NULL, NULL, '2026-11-28 19:42:05.213+00', '2026-11-28 19:42:05.329+00', 8, NULL, NULL),
	('fatp_fi4ul4q6o6uy3wza5nmlvwvkjq', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fav_vbowkbgm65hylnjoygykeqtb3u', 'capture_in_progress', '{}', 'face_authentication_started', 'https://partner.example/back?cart=7', NULL, NULL, '\x271c358a2688413b0cdcd5752fd97dce5f25020bbe433907e7cb0f2a459a5f10', '2026-11-28 20:12:06.266+00', '2026-11-28 19:42:06.296+00', 0, NULL, NULL, '2026-11-28 19:42:06.196+00', '2026-11-28 19:42:06.478+00', 14, NULL, NULL),
	('fatp_hh7kvqahuhu5vtbjkqpqyu2tpy', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fav_5jqyyefkp3uajrz3ws7kypn4ez', 'checks_inconclusive', '{61401}', 'face_authentication_checks_inconclusive', 'https://partner.example/back?cart=7', NULL, NULL, '\xa68036547ce56b45725d9af3fcdf8dabbd63e27e030a5337a3896008aa50a6b3', '2026-11-28 20:12:05.416+00', '2026-11-28 19:42:05.444+00', 3, NULL, NULL, '2026-11-28 19:42:05.4+00', '2026-11-28 19:42:05.652+00', 9, NULL, NULL),
	('fatp_2k4yjfckkxwoauzroyxw2fubdi', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fav_7ckzp3hlq73tliv5hatonjrk7o', 'terminated', '{64001}', 'face_authentication_reset', 'https://partner.example/back?cart=7', NULL, NULL, '\x19e64418bb4012c2d109a0595672c5bf53f7aba06200b9c545633a4d0da747c9', '2026-11-28 20:12:05.742+00', NULL, 0, NULL, NULL, '2026-11-28 19:42:05.742+00', '2026-11-28 19:42:05.774+00', 10, NULL, NULL),
	('fatp_alqgcr7mxms3lpvgrqbyadh2tv', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fav_7ckzp3hlq73tliv5hatonjrk7o', 'pending_redirection', '{}', 'face_authentication_opened', 'https://partner.example/back?cart=7', NULL, NULL, '\x863e653cd96d2b7a3278a2b9d792cf1af82cf06960cb793d0518031c2cb7753d', '2026-11-28 20:12:05.774+00', NULL, 0, NULL, NULL, '2026-11-28 19:42:05.774+00', '2026-11-28 19:42:05.774+00', 11, NULL, NULL),
	('fatp_vc736r7zmkcfsxs3kn66q5qxak', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fav_3ipeuil3saqf5ife3mcdpunfha', 'expired', '{61101}', 'face_authentication_link_expired', 'https://partner.example/back?cart=7', NULL, NULL, '\xed34b7956b431dfb92f8dfbbe07d2cee4ad0889da0569a1817ac76e054e3e9da', '2026-11-28 19:12:05.816+00', NULL, 0, NULL, NULL, '2026-11-28 18:42:05.816+00', '2026-11-28 19:42:05.874+00', 12, NULL, NULL),
	('fatp_jxc553k2djlflv56rbecpqcm77', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fav_v6duuw7hvgufbx5y3oyyfxjg43', 'capture_in_progress', '{}', 'face_authentication_started', 'https://partner.example/back?cart=7', NULL, NULL, '\xfb7518912a24e76e1f1a1e69c2977a2943c948d8a8b23b7fad5dd203eeb607ef', '2026-11-28 20:22:06.704+00', '2026-11-28 19:42:06.649+00', 0, NULL, NULL, '2026-11-28 19:42:06.506+00', '2026-11-28 19:42:06.704+00', 15, NULL, NULL),
	('fatp_rspor4nlhkasdsefe3jg46ldpv', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fav_nwal3dsvjz2tzepjihu46qtfnp', 'checks_in_progress', '{}', 'face_authentication_capture_completed', 'https://partner.example/back?cart=7', NULL, NULL, '\x274e98f0c31880e3817dd21018518d4b436a821484d5b93ae2fc60fc477f0b9e', '2026-11-28 20:22:06.949+00', '2026-11-28 19:42:06.917+00', 0, NULL, NULL, '2026-11-28 19:42:06.788+00', '2026-11-28 19:42:07.001+00', 16, NULL, NULL),
	('fatp_rsvka5vhclobsbhhorbwxvuei4', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fav_otogpgq5tdblhbhspvgtqrkkg4', 'capture_aborted', '{61113}', 'face_authentication_capture_aborted', 'https://partner.example/back?cart=7', NULL, NULL, '\xf46be0a351cce1180e003bfa0886c11387b3de50772ce257e2642b5dd20463c8', '2026-11-28 20:22:07.084+00', '2026-11-28 19:42:07.069+00', 0, NULL, NULL, '2026-11-28 19:42:07.029+00', '2026-11-28 19:42:07.108+00', 17, NULL, NULL),
	('fatp_g6gxe3bqfhpgbgixd72smavgrj', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fav_c46ehkrt2ruswafom43wpas5sy', 'completed', '{10000}', 'face_authentication_checks_completed', 'https://partner.example/back?cart=7', NULL, NULL, '\x162052f2f2de44b7fd55f7b97c2b241c15ba8fa13613c80a7b20f5b98abc4738', '2026-11-28 20:22:07.262+00', '2026-11-28 19:42:07.243+00', 0, NULL, NULL, '2026-11-28 19:42:07.148+00', '2026-11-28 19:42:07.3+00', 18, NULL, NULL),
	('fatp_mroydtcaqm5heniuvcmhfaewpc', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fav_34zwhux4nmgbix2zzucaoxgj5b', 'completed', '{10000}', 'face_authentication_checks_completed', 'https://partner.example/back', NULL, NULL, '\xdb4c89e16ba1563131d7a1eca108300824227bc280b045a2d7d6c6b3d40f3061', '2026-11-28 20:22:07.44+00', '2026-11-28 19:42:07.418+00', 0, NULL, NULL, '2026-11-28 19:42:07.364+00', '2026-11-28 19:42:07.565+00', 19, NULL, NULL),
	('fatp_fy5565k7gchqrw2dow2uds2v7a', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fav_loahnyg5nqacsojkjzgwtu52wh', 'capture_in_progress', '{}', 'face_authentication_started', 'https://partner.example/back?cart=7', NULL, NULL, '\x58097484524397a5e76c1b3b83adf180f2eefafdee740bc7ddaef248e5f2e3c4', '2026-11-28 20:12:07.696+00', NULL, 0, NULL, NULL, '2026-11-28 19:42:07.66+00', '2026-11-28 19:42:07.696+00', 20, NULL, NULL),
	('fatp_6hw46hz3eucb6dx23h5we6pfs4', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fav_fyrj2bdfusng6o2p3o67c27lk2', 'capture_in_progress', '{}', 'face_authentication_started', 'https://partner.example/back?cart=7', NULL, NULL, '\x2e8d1110247cce92d78aefb2a01e943690cc0f3be775a9c945975e4239bda09e', '2026-11-28 20:22:08.095+00', '2026-11-28 19:42:07.892+00', 0, NULL, NULL, '2026-11-28 19:42:07.768+00', '2026-11-28 19:42:08.095+00', 21, NULL, NULL),
	('fatp_sgxslwj2ncxrcdx3aiix5eb3bg', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fav_adk2sk3hh2ct2anc42slodj4ka', 'completed', '{10000}', 'face_authentication_checks_completed', 'https://partner.example/back', NULL, NULL, '\xe6c579b64078f1ecf2a5d450844e156d529796f41c52023f79c5404c7f7775cc', '2026-11-28 20:12:08.469+00', '2026-11-28 19:42:08.492+00', 1, NULL, NULL, '2026-11-28 19:42:08.394+00', '2026-11-28 19:42:08.614+00', 22, NULL, NULL);
INSERT INTO public.code_tries VALUES
	('earlier', 1, '2026-11-29 19:42:10.702+00');
INSERT INTO public.data_keys VALUES
	(1, '\x010b393b76c403b81d4ba7dff482f52215f3f1f1651b692b1286e6da473100fcde540cb0ca7ec3b1fc31b3b083d9fdea0161e3a6e82941b46252d9c81c', '2026-11-28 19:42:00.953+00');
INSERT INTO public.erasure_receipts VALUES
	('ersr_pnuuygxxvt2d33va2cqcsb7rh4', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fav_34zwhux4nmgbix2zzucaoxgj5b', '{"picture": 0, "template": 0, "index_entry": 0, "attempt_field": 1, "vendor_capture": 1, "applicant_field": 0, "vendor_reference": 0}', '2026-11-28 19:42:07.565+00', NULL),
	('ersr_32ai5as4ukqjqj2mh2f7oqhav3', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_nguu5exh2tl2m2cpszrcnpomuv', '{"picture": 2, "template": 1, "index_entry": 0, "attempt_field": 1, "vendor_capture": 0, "applicant_field": 1, "vendor_reference": 0}', '2026-11-28 19:42:08.614+00', '2026-11-28 19:42:08.896+00');
INSERT INTO public.events OVERRIDING SYSTEM VALUE VALUES
	('evt_d6o254ntdwxpuvxpysbdpvab76', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'face_authentication_created', '{"status": "created", "applicant_id": "aplt_nguu5exh2tl2m2cpszrcnpomuv", "response_codes": [], "user_journey_id": "usj_r5q25lzdsllb6mzojfskwkvoj2", "external_applicant_id": "gone", "face_authentication_id": "fav_adk2sk3hh2ct2anc42slodj4ka"}', '2026-11-28 19:42:08.381+00', 78),
	('evt_n6dzpwsiypmhfwpsbkigho4vwj', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'face_authentication_opened', '{"status": "pending", "applicant_id": "aplt_nguu5exh2tl2m2cpszrcnpomuv", "response_codes": [], "user_journey_id": "usj_r5q25lzdsllb6mzojfskwkvoj2", "external_applicant_id": "gone", "face_authentication_id": "fav_adk2sk3hh2ct2anc42slodj4ka"}', '2026-11-28 19:42:08.394+00', 79),
	('evt_os4jeowzumtm645ldhfu2ocr6r', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'face_authentication_started', '{"status": "capture_in_progress", "applicant_id": "aplt_nguu5exh2tl2m2cpszrcnpomuv", "response_codes": [], "user_journey_id": "usj_r5q25lzdsllb6mzojfskwkvoj2", "external_applicant_id": "gone", "face_authentication_id": "fav_adk2sk3hh2ct2anc42slodj4ka"}', '2026-11-28 19:42:08.449+00', 80),
	('evt_qc6bh6ri3kuspc5w324aj3ql4e', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'face_authentication_capture_completed', '{"status": "checks_in_progress", "applicant_id": "aplt_nguu5exh2tl2m2cpszrcnpomuv", "response_codes": [], "user_journey_id": "usj_r5q25lzdsllb6mzojfskwkvoj2", "external_applicant_id": "gone", "face_authentication_id": "fav_adk2sk3hh2ct2anc42slodj4ka"}', '2026-11-28 19:42:08.598+00', 81),
	('evt_u63omvi6qkuzexs4bcrojmo7xr', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'face_authentication_checks_completed', '{"status": "approved", "applicant_id": "aplt_nguu5exh2tl2m2cpszrcnpomuv", "response_codes": [{"code": 10000, "summary": "approved"}], "user_journey_id": "usj_r5q25lzdsllb6mzojfskwkvoj2", "external_applicant_id": "gone", "face_authentication_id": "fav_adk2sk3hh2ct2anc42slodj4ka"}', '2026-11-28 19:42:08.598+00', 82),
	('evt_mgrahfimowjrozuyr6xj2jcjue', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'face_authentication_anonymized', '{"status": "approved", "applicant_id": "aplt_nguu5exh2tl2m2cpszrcnpomuv", "response_codes": [{"code": 10000, "summary": "approved"}], "user_journey_id": "usj_r5q25lzdsllb6mzojfskwkvoj2", "external_applicant_id": "gone", "face_authentication_id": "fav_adk2sk3hh2ct2anc42slodj4ka"}', '2026-11-28 19:42:08.614+00', 83),
	('evt_yimbqabhy4bc2wx322clgbcyae', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'face_authentication_created', '{"status": "created", "applicant_id": "aplt_7lbkr3wydusisxq35dceplgp2v", "response_codes": [], "user_journey_id": "usj_r5q25lzdsllb6mzojfskwkvoj2", "external_applicant_id": "customer-7", "face_authentication_id": "fav_swbhdtplty6euccklywwm6zcfq"}', '2026-11-28 19:42:08.957+00', 84),
	('evt_zvpoxyjfif57jljeqz4nkogbm7', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'face_authentication_created', '{"status": "created", "applicant_id": "aplt_7lbkr3wydusisxq35dceplgp2v", "response_codes": [], "user_journey_id": "usj_r5q25lzdsllb6mzojfskwkvoj2", "external_applicant_id": "customer-7", "face_authentication_id": "fav_kon45uqmut33hj42izdzvngba4"}', '2026-11-28 19:42:09.056+00', 85),
	('evt_6aiu66zc73pwyfc24s3ap5ylpg', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'face_authentication_created', '{"status": "created", "applicant_id": "aplt_7lbkr3wydusisxq35dceplgp2v", "response_codes": [], "user_journey_id": "usj_r5q25lzdsllb6mzojfskwkvoj2", "external_applicant_id": "customer-7", "face_authentication_id": "fav_7qjm2puqnczucvk4e7oi35fj74"}', '2026-11-28 19:42:09.789+00', 86),
	('evt_dkpbaexirj3xk4x6yrp73sfq3a', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'face_authentication_created', '{"status": "created", "applicant_id": "aplt_7lbkr3wydusisxq35dceplgp2v", "response_codes": [], "user_journey_id": "usj_r5q25lzdsllb6mzojfskwkvoj2", "external_applicant_id": "customer-7", "face_authentication_id": "fav_7rd3benuqkzdxswof4bl4hapdp"}', '2026-11-28 19:42:10.518+00', 87);
INSERT INTO public.face_authentications VALUES
	('fav_kslbzaa5cc6gcirmgpw3sgr5qc', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'created', '{}', '{}', '2026-11-28 19:42:03.888+00', '2026-11-28 19:42:03.888+00', NULL),
	('fav_mthybtiwrxlw42rz3srzfdae5z', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'pending', '{}', '{}', '2026-11-28 19:42:03.91+00', '2026-11-28 19:42:03.93+00', NULL),
	('fav_jww5qhizz7xzonkhnc2plyca4p', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'pending', '{}', '{}', '2026-11-28 19:42:03.942+00', '2026-11-28 19:42:03.948+00', NULL),
	('fav_7ckzp3hlq73tliv5hatonjrk7o', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'pending', '{}', '{}', '2026-11-28 19:42:05.68+00', '2026-11-28 19:42:05.774+00', NULL),
	('fav_manu6lr33jucciauyjb3lj5uyg', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'approved', '{10000}', '{}', '2026-11-28 19:42:03.998+00', '2026-11-28 19:42:04.2+00', NULL),
	('fav_fyrj2bdfusng6o2p3o67c27lk2', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'usj_udlbho7qfmvagtj47wpmbmpn7n', 'capture_in_progress', '{}', '{}', '2026-11-28 19:42:07.723+00', '2026-11-28 19:42:07.808+00', NULL),
	('fav_z2drbrfx3pkwrfs3slaiszplcy', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'approved', '{10000}', '{}', '2026-11-28 19:42:04.273+00', '2026-11-28 19:42:04.523+00', NULL),
	('fav_3ipeuil3saqf5ife3mcdpunfha', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'retry_required', '{61101}', '{}', '2026-11-28 18:42:05.804+00', '2026-11-28 19:42:05.874+00', NULL),
	('fav_y4eft3wxvdm3d62dy6cxaucvjo', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'declined', '{62321}', '{}', '2026-11-28 19:42:04.553+00', '2026-11-28 19:42:04.732+00', NULL),
	('fav_waa5vpxppehzmlo3yzfi75p7kt', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'capture_in_progress', '{}', '{}', '2026-11-28 19:42:05.908+00', '2026-11-28 19:42:06.012+00', NULL),
	('fav_dvwt4t7jfozgmygkjrwwvbj7ci', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'retry_required', '{61203}', '{}', '2026-11-28 19:42:04.764+00', '2026-11-28 19:42:04.892+00', NULL),
	('fav_2mlzw47lelkz6ys7lnouhjaqjy', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'refused', '{63001}', '{}', '2026-11-28 19:42:05.025+00', '2026-11-28 19:42:05.169+00', NULL),
	('fav_vbowkbgm65hylnjoygykeqtb3u', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'capture_in_progress', '{}', '{}', '2026-11-28 19:42:06.178+00', '2026-11-28 19:42:06.253+00', NULL),
	('fav_gjgg7pd7cc3abmo7xt4b7tiirv', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'usj_phmfxrd6omcufakgpxmp2bk246', 'inconclusive', '{61121}', '{}', '2026-11-28 19:42:05.204+00', '2026-11-28 19:42:05.329+00', NULL),
	('fav_c46ehkrt2ruswafom43wpas5sy', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'usj_tojqnsygmpuqsxuufrar4745kp', 'approved', '{10000}', '{known_device}', '2026-11-28 19:42:07.141+00', '2026-11-28 19:42:07.3+00', NULL),
	('fav_v6duuw7hvgufbx5y3oyyfxjg43', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'usj_tojqnsygmpuqsxuufrar4745kp', 'capture_in_progress', '{}', '{}', '2026-11-28 19:42:06.491+00', '2026-11-28 19:42:06.58+00', NULL),
	('fav_5jqyyefkp3uajrz3ws7kypn4ez', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'retry_required', '{61401}', '{}', '2026-11-28 19:42:05.374+00', '2026-11-28 19:42:05.652+00', NULL),
	('fav_nwal3dsvjz2tzepjihu46qtfnp', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'usj_tojqnsygmpuqsxuufrar4745kp', 'checks_in_progress', '{}', '{}', '2026-11-28 19:42:06.769+00', '2026-11-28 19:42:07.001+00', NULL),
	('fav_adk2sk3hh2ct2anc42slodj4ka', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_nguu5exh2tl2m2cpszrcnpomuv', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'approved', '{10000}', '{}', '2026-11-28 19:42:08.381+00', '2026-11-28 19:42:08.614+00', '2026-11-28 19:42:08.614+00'),
	('fav_otogpgq5tdblhbhspvgtqrkkg4', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'usj_tojqnsygmpuqsxuufrar4745kp', 'retry_required', '{61113}', '{}', '2026-11-28 19:42:07.026+00', '2026-11-28 19:42:07.108+00', NULL),
	('fav_swbhdtplty6euccklywwm6zcfq', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'created', '{}', '{}', '2026-11-28 19:42:08.957+00', '2026-11-28 19:42:08.957+00', NULL),
	('fav_34zwhux4nmgbix2zzucaoxgj5b', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'usj_tojqnsygmpuqsxuufrar4745kp', 'approved', '{10000}', '{}', '2026-11-28 19:42:07.351+00', '2026-11-28 19:42:07.565+00', '2026-11-28 19:42:07.565+00'),
	('fav_kon45uqmut33hj42izdzvngba4', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'created', '{}', '{}', '2026-11-28 19:42:09.056+00', '2026-11-28 19:42:09.056+00', NULL),
	('fav_loahnyg5nqacsojkjzgwtu52wh', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'usj_tojqnsygmpuqsxuufrar4745kp', 'capture_in_progress', '{}', '{}', '2026-11-28 19:42:07.637+00', '2026-11-28 19:42:07.69+00', NULL),
	('fav_7qjm2puqnczucvk4e7oi35fj74', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'created', '{}', '{}', '2026-11-28 19:42:09.789+00', '2026-11-28 19:42:09.789+00', NULL),
	('fav_7rd3benuqkzdxswof4bl4hapdp', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'created', '{}', '{}', '2026-11-28 19:42:10.518+00', '2026-11-28 19:42:10.518+00', NULL);
INSERT INTO public.face_enrollments OVERRIDING SYSTEM VALUE VALUES
	('fenr_zsis6vogqmmbw4lmycnu67qdgc', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'face_dem5yp756de6hpnndl446wag5j', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'pending_redirection', '{}', 'https://partner.example/back?cart=7', 'nb-NO', '\x7195b622e525bbab4659ea3e621d93714b748cd3b14e81d12da02e139da05e50', '2026-11-28 20:12:01.98+00', NULL, 0, NULL, NULL, '2026-11-28 19:42:01.98+00', '2026-11-28 19:42:01.98+00', 1),
	('fenr_hlzq2zqnjocjihrfcg4pzoigkx', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'face_cdenyxp7vqlxv2sgmttod5qonk', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'expired', '{61101}', 'https://partner.example/back?cart=7', 'nb-NO', '\x725f4ecf2054de36b3f5197acf07e1403177bdf08b82280819f2d6f472cbe1b0', '2026-11-28 19:12:03.038+00', NULL, 0, NULL, NULL, '2026-11-28 18:42:03.038+00', '2026-11-28 19:42:03.068+00', 6),
	('fenr_otehviqcll66dds2ggqh6xdrty', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'face_wjdyobch7znrc7lt67bzyqx3uf', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'capture_in_progress', '{}', 'https://partner.example/back?cart=7', 'nb-NO', '\x2875af1d61e48a1b8bf0c3f2cdeeef5b9e57f458b3b5f0575e10c5659ecd50e5', '2026-11-28 20:12:02.172+00', '2026-11-28 19:42:02.217+00', 0, NULL, NULL, '2026-11-28 19:42:02.089+00', '2026-11-28 19:42:02.217+00', 2),
	('fenr_l4quqpemxzljubknn34vbahnuc', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'face_tsfsxtwitgtwech2q4v2xi5goj', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'terminated', '{64001}', 'https://partner.example/back?cart=7', 'nb-NO', '\x78e9cc9e0308e5c01e4ad0135144c4b58c9031347a32209dc32468079451e936', '2026-11-28 20:12:03.09+00', NULL, 0, NULL, NULL, '2026-11-28 19:42:03.09+00', '2026-11-28 19:42:03.158+00', 7),
	('fenr_kwtcobggjeeabpmr7i6vof6dtd', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'face_v4pfcbtfj62ipguy25bwzrzmf6', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'capture_aborted', '{61121}', 'https://partner.example/back?cart=7', 'nb-NO', '\x1d4a124b2109a5ebb0beecd83a0fcc0790780d876ff252d5480a219ff3d60a5c', '2026-11-28 20:12:02.388+00', '2026-11-28 19:42:02.437+00', 0, NULL, NULL, '2026-11-28 19:42:02.225+00', '2026-11-28 19:42:02.48+00', 3),
	('fenr_alvwfr7kcgxhqzmapqoce6peel', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'face_tsfsxtwitgtwech2q4v2xi5goj', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'pending_redirection', '{}', 'https://partner.example/back?cart=7', 'nb-NO', '\xb17ee5e9719a8479c45c0dcabc69389cc7bb88e83c3feee58f557d99a35e1cfe', '2026-11-28 20:12:03.158+00', NULL, 0, NULL, NULL, '2026-11-28 19:42:03.158+00', '2026-11-28 19:42:03.158+00', 8),
	('fenr_jqppxd3yngdejd5qvuxey6mwdc', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'face_bk7nh4c3ooc4bh7r6y6ro6wicn', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'capture_refused', '{63001}', 'https://partner.example/back?cart=7', 'nb-NO', '\x6345695eb4286c21195a0594a5254a4f6442f76af873ae1f22afe1de1c56d4f9', '2026-11-28 20:12:02.661+00', '2026-11-28 19:42:02.677+00', 0, NULL, NULL, '2026-11-28 19:42:02.538+00', '2026-11-28 19:42:02.708+00', 4),
	('fenr_4bpshbwlyt6355axcwuajwlipw', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'face_2lwa2xdyn7kpmzav67q56emvnr', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'completed', '{10000}', 'https://partner.example/back?cart=7', 'nb-NO', '\xc647079dfe198c8a4a391916ac298e76e9f7c66c3e61d34373aa26c9b78aa21f', '2026-11-28 20:12:02.82+00', '2026-11-28 19:42:02.832+00', 1, NULL, NULL, '2026-11-28 19:42:02.772+00', '2026-11-28 19:42:02.997+00', 5),
	('fenr_3zyzzo3pkswxobesywh4q2jcjw', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'face_ouviudw4maq4xarvwh5spfsjy7', 'usj_r5q25lzdsllb6mzojfskwkvoj2', 'checks_inconclusive', '{61410}', 'https://partner.example/back?cart=7', 'nb-NO', '\xe80982a80540406c2c2766c8f1ebfc63c646857f239d7c1d2e0a6dd81d5ead69', '2026-11-28 20:12:03.248+00', '2026-11-28 19:42:03.266+00', 3, NULL, NULL, '2026-11-28 19:42:03.201+00', '2026-11-28 19:42:03.762+00', 9);
INSERT INTO public.faces OVERRIDING SYSTEM VALUE VALUES
	('face_3spwiqjt6x6ozzyuw23cbhqrqf', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'ACTIVE', 'embedded', 'scripted', '\x01dabdb794c96b50a16c7dc7af9fca60ace6f41434c4366dc3f6bddb41bde475', '2026-11-28 19:42:01.32+00', '2026-11-28 19:42:01.32+00', 1, 'upload', NULL, NULL, NULL),
	('face_2dlgerwbgdkgtjhfkoiwf2oyzn', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'ACTIVE', 'embedded', 'scripted', '\x011bbf73b73699f7e195303a1897446f4f63471aa4d94114c6cea83b24a225a9', '2026-11-28 19:42:01.398+00', '2026-11-28 19:42:01.398+00', 2, 'upload', NULL, NULL, NULL),
	('face_rc6omqknhoxiraz5o4pc3xhxen', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'DISABLED', 'embedded', 'scripted', '\x0165573214c11aaf0beb35eae238ec11e8bde1574aa420da446561483abffab2', '2026-11-28 19:42:01.45+00', '2026-11-28 19:42:01.543+00', 3, 'upload', NULL, NULL, NULL),
	('face_bpkiza4kkig3ongbf4s3fgvfzg', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'ACTIVE', 'embedded', 'scripted', '\x01a8548f6bf946d83887c825a2203ad28ca211b153fe521c8f7bf02ae3e0b893', '2026-11-28 19:42:01.556+00', '2026-11-28 19:42:01.556+00', 4, 'upload', NULL, NULL, '2999-12-31 00:00:00+00'),
	('face_ra4tqop2ob5qiraaszildf3kha', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'ACTIVE', 'scripted-vendor', NULL, NULL, '2026-11-28 19:42:01.604+00', '2026-11-28 19:42:01.604+00', 5, 'vendor', NULL, 'their-name', NULL),
	('face_6i32vzzoyclwjlisxkaihh5ph6', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_hukwkhkjbdozcrk7s3ysggprm4', 'ACTIVATING', 'scripted-vendor', NULL, NULL, '2026-11-28 19:42:01.678+00', '2026-11-28 19:42:01.678+00', 6, 'vendor', NULL, 'f-1', NULL),
	('face_3hlslhuqfez4wqfypmmoerov26', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_hukwkhkjbdozcrk7s3ysggprm4', 'REVIEW', 'scripted-vendor', NULL, NULL, '2026-11-28 19:42:01.717+00', '2026-11-28 19:42:01.717+00', 7, 'vendor', NULL, 'f-2', NULL),
	('face_ygvosik5g4cvtytzsor75zxojx', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_hukwkhkjbdozcrk7s3ysggprm4', 'FAILED', 'scripted-vendor', NULL, NULL, '2026-11-28 19:42:01.748+00', '2026-11-28 19:42:01.748+00', 8, 'vendor', NULL, 'f-3', NULL),
	('face_x2tzjtyzzxdcjgeqwjj3gajkmc', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_hukwkhkjbdozcrk7s3ysggprm4', 'EXPIRED', 'scripted-vendor', NULL, NULL, '2026-11-28 19:42:01.794+00', '2026-11-28 19:42:01.794+00', 9, 'vendor', NULL, 'f-4', NULL),
	('face_dem5yp756de6hpnndl446wag5j', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_6rebbr7raepv7af77jrh7ggtxd', 'NEW', 'embedded', NULL, NULL, '2026-11-28 19:42:01.98+00', '2026-11-28 19:42:01.98+00', 11, 'enrollment', NULL, NULL, NULL),
	('face_wjdyobch7znrc7lt67bzyqx3uf', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_6rebbr7raepv7af77jrh7ggtxd', 'ACTIVATING', 'embedded', NULL, NULL, '2026-11-28 19:42:02.089+00', '2026-11-28 19:42:02.166+00', 12, 'enrollment', NULL, NULL, NULL),
	('face_v4pfcbtfj62ipguy25bwzrzmf6', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_6rebbr7raepv7af77jrh7ggtxd', 'NEW', 'embedded', NULL, NULL, '2026-11-28 19:42:02.225+00', '2026-11-28 19:42:02.48+00', 13, 'enrollment', NULL, NULL, NULL),
	('face_bk7nh4c3ooc4bh7r6y6ro6wicn', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_6rebbr7raepv7af77jrh7ggtxd', 'FAILED', 'embedded', NULL, NULL, '2026-11-28 19:42:02.538+00', '2026-11-28 19:42:02.708+00', 14, 'enrollment', NULL, NULL, NULL),
	('face_2lwa2xdyn7kpmzav67q56emvnr', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_6rebbr7raepv7af77jrh7ggtxd', 'ACTIVE', 'embedded', 'scripted', '\x01a3e6357398428ce17cd3febc175e0bdad1e256e98d3bff7293dd6f5e2dbe52', '2026-11-28 19:42:02.772+00', '2026-11-28 19:42:02.997+00', 15, 'enrollment', NULL, NULL, NULL),
	('face_cdenyxp7vqlxv2sgmttod5qonk', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_6rebbr7raepv7af77jrh7ggtxd', 'NEW', 'embedded', NULL, NULL, '2026-11-28 18:42:03.038+00', '2026-11-28 18:42:03.038+00', 16, 'enrollment', NULL, NULL, NULL),
	('face_tsfsxtwitgtwech2q4v2xi5goj', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_6rebbr7raepv7af77jrh7ggtxd', 'NEW', 'embedded', NULL, NULL, '2026-11-28 19:42:03.09+00', '2026-11-28 19:42:03.09+00', 17, 'enrollment', NULL, NULL, NULL),
	('face_ouviudw4maq4xarvwh5spfsjy7', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_6rebbr7raepv7af77jrh7ggtxd', 'FAILED', 'embedded', NULL, NULL, '2026-11-28 19:42:03.201+00', '2026-11-28 19:42:03.762+00', 18, 'enrollment', NULL, NULL, NULL),
	('face_5byq2gdolp5z7s74m5udkkai44', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'ACTIVE', 'embedded', 'scripted', '\x014d0d3da04496664150df076e2e7588b93272fe07be518b16b4106b0a461952', '2026-11-28 19:42:04.237+00', '2026-11-28 19:42:04.237+00', 19, 'attempt', 'fatp_sinbikmsqqkmilcxyluzve2clc', NULL, NULL),
	('face_bquytx2d5m2nn6cjv5wfdavn33', 'tnt_kumxpzikeyvsapsy4rlq7xyek7', 'aplt_noy7qkmpzc5qv44lsvjdlprbtx', 'ACTIVE', 'embedded', 'scripted', '\x018db00ea35ffc0a1dbdf008b4652dbf421b3827ac3ef4b683552470e2b624d0', '2026-11-28 19:42:08.903+00', '2026-11-28 19:42:08.903+00', 21, 'upload', NULL, NULL, NULL);
INSERT INTO public.handoffs VALUES
	('hnd_qym22f7f2psyxwhtt7y2s6v3hy', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fatp_6x2npezfalvgnw7l77zfgvbtud', NULL, 'waiting', 12, 0, '\x621d1a489b3c843fb9793888a8f3f997dacddd606ace9e2dc52bbae92c0f2abc', NULL, NULL, NULL, '2026-11-28 20:12:06.036+00'),
	('hnd_nilyzzjjacsfo7h4aeyhum5f4v', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'fatp_fi4ul4q6o6uy3wza5nmlvwvkjq', NULL, 'connected', 39, 0, NULL, '\x4c450204561c0a2949860fc9813e2169fef3853f69b7276f6478d41fce3ad5f1', NULL, NULL, '2026-11-28 20:12:06.266+00');
INSERT INTO public.idempotency_keys VALUES
	('tnt_rktqq6e3f5tz5nepj5tsytulq4', '\x0beac119ce574bb03b0da6bb61b66968129ce69068d3896e06864b2651bc5d4c', '\x0da07359823a08c472423c7eda0802f75f45ea6e5da16676d9908ce62e7dc5ca', '4375f41b-3b6b-4975-9587-1abf416f640f', '2026-11-28 19:43:08.94+00', '\x01061bc666dad6920baae8f09614074e96179954f99c7959b2364380b67559d0ac9a996a9216e64b0d4dd972d6e1f0f0e4178c7df7382e407955939a2bd15c25ac6473e4448b3989a4e8ee83cf812d316f95949cb3d2cc4c5e19e186661581919bb08b7d421f580612354a167320f5b8fbe3c1be962bfd6535078861cdea2d745f0d84b24f17c0baa5bbe5c78342bf15fdd794fddd0156092fb0d97897982b0face8df00c335997da1777820f33c946d394d256ce2f4d2db5cce9609a5d02b7f094ee28687c1b609e36d4c332fac4e10686f207c4100cbf9ec2b21b24da0ae67c8bdb8e83271fd8b9c9ec7d91e7ea1302cedf86f263074e82ea9fd00a1d4fd4d5f52f033d692a84a47df6d987331e2309e14503786b83c550c2f8bf7cd1d57028e4ec8a9f6fab5d1aefc3c07d30d19ddee874c2bcbccee07eb04f38e5b4f046c961e4421696a0a04344baaaad70400577de4800025726399d28512e57429d390464e187834fbe9cb516022bddb2ac904c14bc8bd2410e9727f752b6fa7ac39b94a49845646de25df7288b58e5c1357b75814729a7ce7573d21102cac821c775add66a517216a0f865319846be46b17b17e93af91dff1adf692fcc5464af84dfc3898dca326c1f1946e5e5ff54d1a90a23d8b25574358fc730c32786dce176b1e78cfe0e2580a83367b2836e663f18765e82c9dce49f365bb23d67fba3d752834f90a7f779d2af1c1b8df97495ced8d1dbb8d10a886f65579ad26b05c0a68fc1380d9c1b99ef774d400dd49cd297cb0c0ca4146cf18d3ae6541104bfcfc98da5fa7585fd9498d55fe628b5fa29d2773e6fd6f4303ca94cd03', '{fav_swbhdtplty6euccklywwm6zcfq,aplt_7lbkr3wydusisxq35dceplgp2v,usj_r5q25lzdsllb6mzojfskwkvoj2}', '2026-11-29 19:42:08.94+00');
INSERT INTO public.kysely_migration VALUES
	('0001-main-job', '2026-11-28T19:41:59.666Z'),
	('0002-journeys-and-access', '2026-11-28T19:41:59.740Z'),
	('0003-webhooks', '2026-11-28T19:41:59.807Z'),
	('0004-faces-and-erasure', '2026-11-28T19:41:59.892Z'),
	('0005-face-index', '2026-11-28T19:41:59.905Z'),
	('0006-idempotency-keys', '2026-11-28T19:41:59.914Z'),
	('0007-rate-limits', '2026-11-28T19:41:59.918Z'),
	('0008-vendor-captures', '2026-11-28T19:41:59.953Z'),
	('0009-vendor-faces', '2026-11-28T19:41:59.968Z'),
	('0010-picture-quality', '2026-11-28T19:41:59.976Z'),
	('0014-data-key', '2026-11-28T19:41:59.983Z'),
	('0015-handoffs', '2026-11-28T19:42:00.003Z'),
	('0018-vendor-index', '2026-11-28T19:42:00.010Z');
INSERT INTO public.kysely_migration_lock VALUES
	('migration_lock', 0);
INSERT INTO public.oauth_clients OVERRIDING SYSTEM VALUE VALUES
	('oac_zijcbzjsf5wb4aw3lgw3me2f7m', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'Back office', '\x6a0954b38be6c39dde7db85b4f7fb7321b5965e2a61fa130220620fa6ffc48bf', '63c2', '{applicant:*,face:add,face:view,face:edit,face:remove,face-authentication:*,match,one-to-n}', '2026-11-28 19:42:01.13+00', 1);
INSERT INTO public.oauth_tokens VALUES
	('\xa662e7864d7de0080dafb6eee1eaf2197c3330062d7fc664d9cb0078b704c090', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'oac_zijcbzjsf5wb4aw3lgw3me2f7m', '{applicant:*,face:add,face:view,face:edit,face:remove,face-authentication:*,match,one-to-n}', '2026-11-28 20:42:01.143+00');
INSERT INTO public.rate_limits VALUES
	('partner:earlier', 1, 1795894990822);
INSERT INTO public.retired_provider_settings VALUES
	('tnt_rktqq6e3f5tz5nepj5tsytulq4', 'usj_udlbho7qfmvagtj47wpmbmpn7n', 'scripted-vendor', '\x010f419e23c857a98016cc5c09aa7dfe4ae24a58d3971adde5103a4eb06be71187b97487b8c4242013203d6108f630437318416ddf369ed5562e68c3', '2026-11-28 19:42:08.157+00');
INSERT INTO public.tenants OVERRIDING SYSTEM VALUE VALUES
	('tnt_rktqq6e3f5tz5nepj5tsytulq4', 'Earlier & Co', 1),
	('tnt_kumxpzikeyvsapsy4rlq7xyek7', 'Somebody else', 2);
INSERT INTO public.user_journeys OVERRIDING SYSTEM VALUE VALUES
	('usj_r5q25lzdsllb6mzojfskwkvoj2', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'embedded', 3, 1, 'Default', NULL, '{}', '{https://partner.example}', '{}', '{}', NULL, 3, 'none', 30, false, NULL, true, '{}', '2026-11-28 19:42:01.053+00', '2026-11-28 19:42:01.053+00', '{}'),
	('usj_fkuncsjrharchji7a6a6srshlq', 'tnt_kumxpzikeyvsapsy4rlq7xyek7', 'embedded', 3, 2, 'Default', NULL, '{}', '{https://partner.example}', '{}', '{}', NULL, 3, 'none', 30, false, NULL, true, '{}', '2026-11-28 19:42:01.085+00', '2026-11-28 19:42:01.085+00', '{}'),
	('usj_tojqnsygmpuqsxuufrar4745kp', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'scripted-vendor', 3, 3, 'Sign-in "on the web"', '\x01814ea994fdb5fc97e8af7c228385b2aa410ca2699f12c9fb3a9ebab87db04a8cc950e3e57767df032c2cb59f3cbcec0c327a0d012f372ad5112d973cbe8183968a', '{api_key}', '{https://partner.example}', '{https://shop.example}', '{"colors": {"accent_text": "#0a0b0c"}, "radius": 4}', 'pt-BR', 3, 'none', 90, false, 'https://partner.example/other', true, '{"start_title": "Hallo \"du\""}', '2026-11-28 19:42:01.171+00', '2026-11-28 19:42:01.171+00', '{"eyes_open": {"enter": 0.03, "leave": 0.035, "blocks": false}, "off_centre_x": null}'),
	('usj_phmfxrd6omcufakgpxmp2bk246', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'embedded', 3, 5, 'One try', NULL, '{}', '{https://partner.example}', '{}', '{}', NULL, 1, 'none', 30, false, NULL, true, '{}', '2026-11-28 19:42:01.253+00', '2026-11-28 19:42:01.253+00', '{}'),
	('usj_u2egdp7hmeiele7ofgfrqhjo3o', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'embedded', 4, 6, 'Search', NULL, '{}', '{https://partner.example}', '{}', '{}', NULL, 3, 'none', 30, true, NULL, false, '{}', '2026-11-28 19:42:01.272+00', '2026-11-28 19:42:01.272+00', '{}'),
	('usj_udlbho7qfmvagtj47wpmbmpn7n', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'embedded', 3, 4, 'Moved', NULL, '{}', '{https://partner.example}', '{}', '{}', NULL, 3, 'none', 30, false, NULL, true, '{}', '2026-11-28 19:42:01.229+00', '2026-11-28 19:42:08.157+00', '{}');
INSERT INTO public.vendor_captures VALUES
	('fatp_jxc553k2djlflv56rbecpqcm77', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'fav_v6duuw7hvgufbx5y3oyyfxjg43', 'usj_tojqnsygmpuqsxuufrar4745kp', 'scripted-vendor', 'open', NULL, 'v-1', '\x01ae4b64ef2720c627451f76e2c600f99987dc16682629509b1b475574dd4be2b108f1f3863e94481dec92a5fd53bc5412f2f97ed28cae3281cd99efe8d5cc41a26e2b305b61d1a6946e285f3b93', '\x010e58ec9923fc007e7ec011eb65a19291560685694580ed5483abd802c23299bc7fa862173991dcb75fb156bd993a658a36fe433d01c723e38f619c2d0abe080d888b0224517683b871896883a89cd130621875fc6e2c6470c24446e1f08215a8ffeab16d604de368683db206d8e94255ba67e16101ed366cb14d73f55dd5', '\x0de128e720e82857a85f6a585742b2aab82b81afffd7c95479718ac28dc6247b', '2026-11-28 19:42:06.704+00', '2026-11-28 19:42:36.704+00', '2026-12-01 19:42:06.682+00', '2026-11-28 19:42:06.682+00', '2026-11-28 19:42:06.704+00'),
	('fatp_rspor4nlhkasdsefe3jg46ldpv', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'fav_nwal3dsvjz2tzepjihu46qtfnp', 'usj_tojqnsygmpuqsxuufrar4745kp', 'scripted-vendor', 'open', NULL, 'v-2', '\x016f9d90a431f6a18bac4768badb857179de5aaa91418f9da686362107c159f106b6a250e817c6dd3f16be2b6b3a93dd66b723c50454de640432d7b26a1138ee56893eace9facf10e8b0a25f3abe', '\x013acf3f93631d4c5581dee89b7154db99e3e6d5647edbfbd237b88a5180c0641cfad6fc17c4b2cc64d2565607965e9eca4d37a0ace9f0253ddb72f2dc4843bb4676bc88e7dd2906dd495745e1e5dcd5d960962afd2b176133c1d201c5e774555b24ffbfa173219a74bf025523951f1ee4720fd0b9009a6eb9c4f78f046914', '\x1d94d72e42bf65b7759200411a1ad491b43401732a94ac6195f93ace3253f91c', '2026-11-28 19:42:06.982+00', '2026-11-28 19:42:36.949+00', '2026-12-01 19:42:06.937+00', '2026-11-28 19:42:06.937+00', '2026-11-28 19:42:06.949+00'),
	('fatp_mroydtcaqm5heniuvcmhfaewpc', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'fav_34zwhux4nmgbix2zzucaoxgj5b', 'usj_tojqnsygmpuqsxuufrar4745kp', 'scripted-vendor', 'erasing', NULL, 'v-5', '\x01f8f341ea5d5185059ea79e607b0e941d6dd7e2cddea2d8b5005973ef5ebcfa0d274b85cf437bec59c6f09a89c30fbd05547b33041be407568606cbe4b4d4248d0b88922ebec8f395032952a2be', '\x0183c3f63fe0275e91664459e02294e5b8af0f56176d9ac0d1f4f566f250fca3822970a5ce4628522ad1bcc83c612f4d987d81f5d1502cc9dda3791fa54f2312d84a5b48c9eb60dc19619ffe6a3d9d740df61df53dcf56cee81a85bb7b79eecfbeb6e674415b3ab2dcd639920e2745b4532b162f12ebba237e574430199b73', NULL, '2026-11-28 19:42:07.462+00', '2026-11-28 19:42:07.565+00', '2026-12-01 19:42:07.432+00', '2026-11-28 19:42:07.432+00', '2026-11-28 19:42:07.565+00'),
	('fatp_rsvka5vhclobsbhhorbwxvuei4', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'fav_otogpgq5tdblhbhspvgtqrkkg4', 'usj_tojqnsygmpuqsxuufrar4745kp', 'scripted-vendor', 'over', NULL, 'v-3', '\x01918f41576ea03a4faf9fe76b5ef862dd1797ee8ec4e0e26fd2cb0fc131a49302869c465a22d5ae2801e9f63c326e680dd6dfbb6734753980c9171b7af6006f17325b828046a04614f5647ca583', '\x0176b393dcdd926b315270ded7a8bec6f3e65c03c156ed28ff835ebec5ad3d106bcae67589e6809f60ff61c650693eaefc0360d34b9678805eaf7cf818a5b98fce3a53f38aef952ca7b2e67f3134173af949ec480f08b1f368cfcfc964242757b83f36bb0224596d6701e6fdc0200e428542d4a21fb472d858428de254dd9f', '\x028fb7cab0d15fe012476fab98a79ebb10c8b20d4420aacbe51e329cd217e3f7', '2026-11-28 19:42:07.105+00', NULL, '2026-12-01 19:42:07.08+00', '2026-11-28 19:42:07.08+00', '2026-11-28 19:42:07.108+00'),
	('fatp_fy5565k7gchqrw2dow2uds2v7a', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'fav_loahnyg5nqacsojkjzgwtu52wh', 'usj_tojqnsygmpuqsxuufrar4745kp', 'scripted-vendor', 'starting', '2026-11-28 19:42:37.702+00', NULL, NULL, NULL, NULL, '2026-11-28 19:42:06.704+00', NULL, '2026-12-01 19:42:06.682+00', '2026-11-28 19:42:06.682+00', '2026-11-28 19:42:06.704+00'),
	('fatp_g6gxe3bqfhpgbgixd72smavgrj', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'fav_c46ehkrt2ruswafom43wpas5sy', 'usj_tojqnsygmpuqsxuufrar4745kp', 'scripted-vendor', 'media', NULL, 'v-4', '\x01ab28976d5b53dd0c59381825c0c47af37345a358402f9145e01aa10ae4ce700468e82577044ba32d1849fa1edc59d81084f4200e94674c23819508e11963fc3465f3aa9a5cad1c601990f37331', '\x011172ef4f40e64b321b0cb58aa1cbd0a1dbfa7e4c186cdc923d70b5e8f946bbe247d6c609b65ade087e77c89170c6cc9cb3d5e825036b1b875d1c3b584e73dd995c3126e56e164bfcf7e6b36143cc8b105c0a9d9ae785117be0961b66812767f4c0c9e1c4c838a71c2f75c5b1cdc5f5015cc7d415035f4d41d359918f54f4', '\x6cf500aa1869b4967ac482f6cb60b77689d84ea99175d1e1dd31de4976a86de2', '2026-11-28 19:42:07.296+00', '2026-11-28 19:42:07.3+00', '2026-12-01 19:42:07.255+00', '2026-11-28 19:42:07.255+00', '2026-11-28 19:42:07.3+00'),
	('fatp_6hw46hz3eucb6dx23h5we6pfs4', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_7lbkr3wydusisxq35dceplgp2v', 'fav_fyrj2bdfusng6o2p3o67c27lk2', 'usj_udlbho7qfmvagtj47wpmbmpn7n', 'scripted-vendor', 'open', NULL, 'v-6', '\x01fe9645590aaa5b17c5efa0ec843625a75aad236c1395dbe8fbb48e6cf78f0d9172fd007730e98574c31fcb32060ba00148a58fa26dec4865aee00b69881f73b693b580b06625f2', '\x0195aa59465bb9a8e44e969c5a354cbc19be0c7dc198da8bf6ecd363f79faeda8fe8a055364147914dc3117b9cb1f150c62bf7e89054e5fabefa4a3a62a83a12049a4af3395e399316f09d0d18fcf58dc981083986cacd122c29472a1b921b7b4d06977080dab8c93890478a6ad5b7ba2ccbf301e74f5d81f449ca111d85e5', '\x46ee9803d21109bee7e6a798436fd0c5eacdb9dcad9cba8aa8adcf4edd5d0b96', '2026-11-28 19:42:08.095+00', '2026-11-28 19:42:38.095+00', '2026-12-01 19:42:08.059+00', '2026-11-28 19:42:08.059+00', '2026-11-28 19:42:08.095+00');
INSERT INTO public.vendor_faces VALUES
	('face_6i32vzzoyclwjlisxkaihh5ph6', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_hukwkhkjbdozcrk7s3ysggprm4', 'usj_tojqnsygmpuqsxuufrar4745kp', 'scripted-vendor', 'owner-ACTIVATING', 'f-1', 'kept', NULL, '2026-11-28 19:42:01.678+00', '2026-11-28 19:42:01.678+00'),
	('face_3hlslhuqfez4wqfypmmoerov26', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_hukwkhkjbdozcrk7s3ysggprm4', 'usj_tojqnsygmpuqsxuufrar4745kp', 'scripted-vendor', 'owner-REVIEW', 'f-2', 'kept', NULL, '2026-11-28 19:42:01.717+00', '2026-11-28 19:42:01.717+00'),
	('face_ygvosik5g4cvtytzsor75zxojx', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_hukwkhkjbdozcrk7s3ysggprm4', 'usj_tojqnsygmpuqsxuufrar4745kp', 'scripted-vendor', 'owner-FAILED', 'f-3', 'kept', NULL, '2026-11-28 19:42:01.748+00', '2026-11-28 19:42:01.748+00'),
	('face_x2tzjtyzzxdcjgeqwjj3gajkmc', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_hukwkhkjbdozcrk7s3ysggprm4', 'usj_tojqnsygmpuqsxuufrar4745kp', 'scripted-vendor', 'owner-EXPIRED', 'f-4', 'kept', NULL, '2026-11-28 19:42:01.794+00', '2026-11-28 19:42:01.794+00'),
	('face_tdo6a2p7edx466eotdlwztoa7c', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'aplt_hukwkhkjbdozcrk7s3ysggprm4', 'usj_tojqnsygmpuqsxuufrar4745kp', 'scripted-vendor', 'owner-ACTIVE', 'f-5', 'erasing', '2026-11-28 19:42:01.876+00', '2026-11-28 19:42:01.822+00', '2026-11-28 19:42:01.876+00');
INSERT INTO public.vendor_index_entries VALUES
	('fidx_sop5pgva6bcfe5vxv3nyarpmp2', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'usj_tojqnsygmpuqsxuufrar4745kp', 'scripted-vendor', 'their-entry', 'ours', true, '2026-11-28 19:42:10.755+00');
INSERT INTO public.webhook_attempts OVERRIDING SYSTEM VALUE VALUES
	('tnt_rktqq6e3f5tz5nepj5tsytulq4', 'whd_jrowr4ibxxoyedp4az72lxcdyp', '2026-11-28 19:42:09.405+00', 154, 200, NULL, 1),
	('tnt_rktqq6e3f5tz5nepj5tsytulq4', 'whd_nzlwul5d6toflv5kghugamooip', '2026-11-28 19:42:09.819+00', 9, 500, 'http_status', 2),
	('tnt_rktqq6e3f5tz5nepj5tsytulq4', 'whd_nzlwul5d6toflv5kghugamooip', '2026-11-28 19:42:09.876+00', 2, 500, 'http_status', 3),
	('tnt_rktqq6e3f5tz5nepj5tsytulq4', 'whd_nzlwul5d6toflv5kghugamooip', '2026-11-28 19:42:09.906+00', 2, 500, 'http_status', 4),
	('tnt_rktqq6e3f5tz5nepj5tsytulq4', 'whd_nzlwul5d6toflv5kghugamooip', '2026-11-28 19:42:09.929+00', 2, 500, 'http_status', 5),
	('tnt_rktqq6e3f5tz5nepj5tsytulq4', 'whd_nzlwul5d6toflv5kghugamooip', '2026-11-28 19:42:09.99+00', 25, 500, 'http_status', 6),
	('tnt_rktqq6e3f5tz5nepj5tsytulq4', 'whd_nzlwul5d6toflv5kghugamooip', '2026-11-28 19:42:10.049+00', 2, 500, 'http_status', 7),
	('tnt_rktqq6e3f5tz5nepj5tsytulq4', 'whd_nzlwul5d6toflv5kghugamooip', '2026-11-28 19:42:10.109+00', 267, 500, 'http_status', 8),
	('tnt_rktqq6e3f5tz5nepj5tsytulq4', 'whd_nzlwul5d6toflv5kghugamooip', '2026-11-28 19:42:10.401+00', 12, 500, 'http_status', 9),
	('tnt_rktqq6e3f5tz5nepj5tsytulq4', 'whd_nzlwul5d6toflv5kghugamooip', '2026-11-28 19:42:10.453+00', 3, 500, 'http_status', 10);
INSERT INTO public.webhook_deliveries OVERRIDING SYSTEM VALUE VALUES
	('whd_wk6sxglotsijho4zdwy6bavivl', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'whe_2ywxyrrj54abluqxpjiomli55a', 'evt_zvpoxyjfif57jljeqz4nkogbm7', 'pending', 0, 0, '2026-11-28 19:42:09.056+00', NULL, '2026-11-28 19:42:09.056+00', '2026-11-28 19:42:09.056+00', 2),
	('whd_jrowr4ibxxoyedp4az72lxcdyp', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'whe_xzn33gmcgqwmvewb2jjlcypysy', 'evt_zvpoxyjfif57jljeqz4nkogbm7', 'delivered', 1, 0, NULL, NULL, '2026-11-28 19:42:09.056+00', '2026-11-28 19:42:09.764+00', 1),
	('whd_hvaxeee5e2ghlqatohqxxqccgk', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'whe_2ywxyrrj54abluqxpjiomli55a', 'evt_6aiu66zc73pwyfc24s3ap5ylpg', 'pending', 0, 0, '2026-11-28 19:42:09.789+00', NULL, '2026-11-28 19:42:09.789+00', '2026-11-28 19:42:09.789+00', 4),
	('whd_nzlwul5d6toflv5kghugamooip', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'whe_xzn33gmcgqwmvewb2jjlcypysy', 'evt_6aiu66zc73pwyfc24s3ap5ylpg', 'failed', 9, 9, NULL, NULL, '2026-11-28 19:42:09.789+00', '2026-11-28 19:42:10.505+00', 3),
	('whd_zdmwezd7zp2kr5gx4cej2g7wft', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'whe_xzn33gmcgqwmvewb2jjlcypysy', 'evt_dkpbaexirj3xk4x6yrp73sfq3a', 'pending', 0, 0, '2026-11-28 19:42:10.518+00', NULL, '2026-11-28 19:42:10.518+00', '2026-11-28 19:42:10.518+00', 5),
	('whd_sadzvllb3r52vdfd4tzubxndif', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'whe_2ywxyrrj54abluqxpjiomli55a', 'evt_dkpbaexirj3xk4x6yrp73sfq3a', 'pending', 0, 0, '2026-11-28 19:42:10.518+00', NULL, '2026-11-28 19:42:10.518+00', '2026-11-28 19:42:10.518+00', 6);
INSERT INTO public.webhook_endpoints OVERRIDING SYSTEM VALUE VALUES
	('whe_xzn33gmcgqwmvewb2jjlcypysy', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'http://127.0.0.1:36681/hooks', NULL, 'First', true, '\x016415f0bb11eed55a8e58f55a3a6a333dc7a5665872c5ce0592015eae4ec75088f13dd14ec4877a361922a0a43080ef1c3058f1b05e54c3070d7a252a832aa0ea496a78291a1b9b1e5cad2bae3b3b', '\x0154922a00220fe98f5d5d0dcd854056fe215dac439e9822bc0e1d0b1167a1211304fe5cde232d6c21b9f53d928075', '2026-11-28 19:42:08.975+00', '2026-11-28 19:42:08.975+00', 1),
	('whe_2ywxyrrj54abluqxpjiomli55a', 'tnt_rktqq6e3f5tz5nepj5tsytulq4', 'http://127.0.0.1:36681/hooks', '{face_authentication_created}', NULL, false, '\x0128bcb7fbeb675e3050e44870487279211ab647c3e1b144ea94c1fbf3a2b00c90b6ec5ec8ccb3317204cf392f4d32405aa9df9183ee652140e9fb143109e12b28dde8d9ae704bdc684cd7d40b5266', NULL, '2026-11-28 19:42:09.019+00', '2026-11-28 19:42:09.019+00', 2);
INSERT INTO visavis_jobs.job_common VALUES
	('a81e8e5c-4322-40c0-aaa7-ec2feb5e7168', 'erase-vendor-face', 0, '{"faceId": "face_tdo6a2p7edx466eotdlwztoa7c", "tenantId": "tnt_rktqq6e3f5tz5nepj5tsytulq4"}', 'created', 0, 0, 0, false, NULL, 60, 600, 'face_tdo6a2p7edx466eotdlwztoa7c/1795894921876', NULL, NULL, NULL, '2026-11-28 19:42:01.875002+00', '2026-11-28 19:42:01.875002+00', NULL, NULL, '2999-12-31 00:00:00+00', NULL, NULL, 'short', NULL, NULL, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL),
	('e0026edb-cafd-408a-b986-2f669d16f4d2', 'follow-vendor', 0, '{"tenantId": "tnt_rktqq6e3f5tz5nepj5tsytulq4", "attemptId": "fatp_jxc553k2djlflv56rbecpqcm77"}', 'created', 0, 0, 0, false, NULL, 60, 600, 'fatp_jxc553k2djlflv56rbecpqcm77/1795894956704', NULL, NULL, NULL, '2026-11-28 19:42:36.704+00', '2026-11-28 19:42:06.700463+00', NULL, NULL, '2999-12-31 00:00:00+00', NULL, NULL, 'short', NULL, NULL, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL),
	('59c3918e-86db-4346-88b5-c739ba631115', 'follow-vendor', 0, '{"tenantId": "tnt_rktqq6e3f5tz5nepj5tsytulq4", "attemptId": "fatp_rspor4nlhkasdsefe3jg46ldpv"}', 'created', 0, 0, 0, false, NULL, 60, 600, 'fatp_rspor4nlhkasdsefe3jg46ldpv/1795894956949', NULL, NULL, NULL, '2026-11-28 19:42:36.949+00', '2026-11-28 19:42:06.949285+00', NULL, NULL, '2999-12-31 00:00:00+00', NULL, NULL, 'short', NULL, NULL, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL),
	('2629900e-8e83-44d2-a473-4e7bc8418d18', 'follow-vendor', 0, '{"tenantId": "tnt_rktqq6e3f5tz5nepj5tsytulq4", "attemptId": "fatp_rsvka5vhclobsbhhorbwxvuei4"}', 'created', 0, 0, 0, false, NULL, 60, 600, 'fatp_rsvka5vhclobsbhhorbwxvuei4/1795894957084', NULL, NULL, NULL, '2026-11-28 19:42:37.084+00', '2026-11-28 19:42:07.084298+00', NULL, NULL, '2999-12-31 00:00:00+00', NULL, NULL, 'short', NULL, NULL, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL),
	('bbf8d3ba-ec6c-4d00-9ad8-cf87385dc465', 'follow-vendor', 0, '{"tenantId": "tnt_rktqq6e3f5tz5nepj5tsytulq4", "attemptId": "fatp_g6gxe3bqfhpgbgixd72smavgrj"}', 'created', 0, 0, 0, false, NULL, 60, 600, 'fatp_g6gxe3bqfhpgbgixd72smavgrj/1795894957262', NULL, NULL, NULL, '2026-11-28 19:42:37.262+00', '2026-11-28 19:42:07.262041+00', NULL, NULL, '2999-12-31 00:00:00+00', NULL, NULL, 'short', NULL, NULL, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL),
	('14159e7b-6f70-4d9b-8f9b-12ccf7663eb8', 'follow-vendor', 0, '{"tenantId": "tnt_rktqq6e3f5tz5nepj5tsytulq4", "attemptId": "fatp_g6gxe3bqfhpgbgixd72smavgrj"}', 'created', 0, 0, 0, false, NULL, 60, 600, 'fatp_g6gxe3bqfhpgbgixd72smavgrj/1795894927300', NULL, NULL, NULL, '2026-11-28 19:42:07.298398+00', '2026-11-28 19:42:07.298398+00', NULL, NULL, '2999-12-31 00:00:00+00', NULL, NULL, 'short', NULL, NULL, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL),
	('d395b0ad-2ff4-4e46-bdca-b1c50257420a', 'follow-vendor', 0, '{"tenantId": "tnt_rktqq6e3f5tz5nepj5tsytulq4", "attemptId": "fatp_mroydtcaqm5heniuvcmhfaewpc"}', 'created', 0, 0, 0, false, NULL, 60, 600, 'fatp_mroydtcaqm5heniuvcmhfaewpc/1795894957440', NULL, NULL, NULL, '2026-11-28 19:42:37.44+00', '2026-11-28 19:42:07.437827+00', NULL, NULL, '2999-12-31 00:00:00+00', NULL, NULL, 'short', NULL, NULL, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL),
	('45d40364-30d4-40a1-812d-8156e052dd5f', 'follow-vendor', 0, '{"tenantId": "tnt_rktqq6e3f5tz5nepj5tsytulq4", "attemptId": "fatp_mroydtcaqm5heniuvcmhfaewpc"}', 'created', 0, 0, 0, false, NULL, 60, 600, 'fatp_mroydtcaqm5heniuvcmhfaewpc/1795894927521', NULL, NULL, NULL, '2026-11-28 19:42:07.521361+00', '2026-11-28 19:42:07.521361+00', NULL, NULL, '2999-12-31 00:00:00+00', NULL, NULL, 'short', NULL, NULL, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL),
	('955b9085-83bb-4b87-9809-2ba1c05199e2', 'follow-vendor', 0, '{"tenantId": "tnt_rktqq6e3f5tz5nepj5tsytulq4", "attemptId": "fatp_mroydtcaqm5heniuvcmhfaewpc"}', 'created', 0, 0, 0, false, NULL, 60, 600, 'fatp_mroydtcaqm5heniuvcmhfaewpc/1795894927565', NULL, NULL, NULL, '2026-11-28 19:42:07.563969+00', '2026-11-28 19:42:07.563969+00', NULL, NULL, '2999-12-31 00:00:00+00', NULL, NULL, 'short', NULL, NULL, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL),
	('ea5efdb3-373f-4919-9176-387165f647b3', 'follow-vendor', 0, '{"tenantId": "tnt_rktqq6e3f5tz5nepj5tsytulq4", "attemptId": "fatp_6hw46hz3eucb6dx23h5we6pfs4"}', 'created', 0, 0, 0, false, NULL, 60, 600, 'fatp_6hw46hz3eucb6dx23h5we6pfs4/1795894958095', NULL, NULL, NULL, '2026-11-28 19:42:38.095+00', '2026-11-28 19:42:08.092983+00', NULL, NULL, '2999-12-31 00:00:00+00', NULL, NULL, 'short', NULL, NULL, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL),
	('e068a92c-ca9e-49a6-bcb1-962aec83fb6f', 'deliver-webhook', 0, '{"turn": 0, "tenantId": "tnt_rktqq6e3f5tz5nepj5tsytulq4", "deliveryId": "whd_jrowr4ibxxoyedp4az72lxcdyp"}', 'created', 10, 0, 10, false, NULL, 20, 600, 'whd_jrowr4ibxxoyedp4az72lxcdyp/0', NULL, 'whe_xzn33gmcgqwmvewb2jjlcypysy/0', NULL, '2026-11-28 19:42:09.03308+00', '2026-11-28 19:42:09.03308+00', NULL, NULL, '2999-12-31 00:00:00+00', NULL, NULL, 'short', NULL, NULL, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL),
	('054a2548-67df-4f07-b329-d222d6b8614e', 'deliver-webhook', 0, '{"turn": 0, "tenantId": "tnt_rktqq6e3f5tz5nepj5tsytulq4", "deliveryId": "whd_wk6sxglotsijho4zdwy6bavivl"}', 'created', 10, 0, 10, false, NULL, 20, 600, 'whd_wk6sxglotsijho4zdwy6bavivl/0', NULL, 'whe_2ywxyrrj54abluqxpjiomli55a/2', NULL, '2026-11-28 19:42:09.03308+00', '2026-11-28 19:42:09.03308+00', NULL, NULL, '2999-12-31 00:00:00+00', NULL, NULL, 'short', NULL, NULL, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL),
	('3453b65b-e168-42f4-b55c-dc138b9a9859', 'deliver-webhook', 0, '{"turn": 0, "tenantId": "tnt_rktqq6e3f5tz5nepj5tsytulq4", "deliveryId": "whd_nzlwul5d6toflv5kghugamooip"}', 'created', 10, 0, 10, false, NULL, 20, 600, 'whd_nzlwul5d6toflv5kghugamooip/0', NULL, 'whe_xzn33gmcgqwmvewb2jjlcypysy/3', NULL, '2026-11-28 19:42:09.778133+00', '2026-11-28 19:42:09.778133+00', NULL, NULL, '2999-12-31 00:00:00+00', NULL, NULL, 'short', NULL, NULL, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL),
	('61c96b99-71fa-4824-862f-ba576fbd0bce', 'deliver-webhook', 0, '{"turn": 0, "tenantId": "tnt_rktqq6e3f5tz5nepj5tsytulq4", "deliveryId": "whd_hvaxeee5e2ghlqatohqxxqccgk"}', 'created', 10, 0, 10, false, NULL, 20, 600, 'whd_hvaxeee5e2ghlqatohqxxqccgk/0', NULL, 'whe_2ywxyrrj54abluqxpjiomli55a/3', NULL, '2026-11-28 19:42:09.778133+00', '2026-11-28 19:42:09.778133+00', NULL, NULL, '2999-12-31 00:00:00+00', NULL, NULL, 'short', NULL, NULL, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL),
	('79bada5b-3aa1-4914-b15e-3767784ad1fd', 'deliver-webhook', 0, '{"turn": 1, "tenantId": "tnt_rktqq6e3f5tz5nepj5tsytulq4", "deliveryId": "whd_nzlwul5d6toflv5kghugamooip"}', 'created', 10, 0, 10, false, NULL, 20, 600, 'whd_nzlwul5d6toflv5kghugamooip/1', NULL, 'whe_xzn33gmcgqwmvewb2jjlcypysy/2', NULL, '2026-11-28 19:47:09.86+00', '2026-11-28 19:42:09.854375+00', NULL, NULL, '2999-12-31 00:00:00+00', NULL, NULL, 'short', NULL, NULL, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL),
	('910616b1-eefa-4496-a02b-c7bc8b327ee6', 'deliver-webhook', 0, '{"turn": 2, "tenantId": "tnt_rktqq6e3f5tz5nepj5tsytulq4", "deliveryId": "whd_nzlwul5d6toflv5kghugamooip"}', 'created', 10, 0, 10, false, NULL, 20, 600, 'whd_nzlwul5d6toflv5kghugamooip/2', NULL, 'whe_xzn33gmcgqwmvewb2jjlcypysy/0', NULL, '2026-11-28 19:52:09.897+00', '2026-11-28 19:42:09.891726+00', NULL, NULL, '2999-12-31 00:00:00+00', NULL, NULL, 'short', NULL, NULL, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL),
	('786c9e61-03b2-4af0-bd2a-cdaf98e460ce', 'deliver-webhook', 0, '{"turn": 3, "tenantId": "tnt_rktqq6e3f5tz5nepj5tsytulq4", "deliveryId": "whd_nzlwul5d6toflv5kghugamooip"}', 'created', 10, 0, 10, false, NULL, 20, 600, 'whd_nzlwul5d6toflv5kghugamooip/3', NULL, 'whe_xzn33gmcgqwmvewb2jjlcypysy/3', NULL, '2026-11-28 19:57:09.924+00', '2026-11-28 19:42:09.915988+00', NULL, NULL, '2999-12-31 00:00:00+00', NULL, NULL, 'short', NULL, NULL, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL),
	('219781aa-c242-4212-99cc-211a65961310', 'deliver-webhook', 0, '{"turn": 4, "tenantId": "tnt_rktqq6e3f5tz5nepj5tsytulq4", "deliveryId": "whd_nzlwul5d6toflv5kghugamooip"}', 'created', 10, 0, 10, false, NULL, 20, 600, 'whd_nzlwul5d6toflv5kghugamooip/4', NULL, 'whe_xzn33gmcgqwmvewb2jjlcypysy/0', NULL, '2026-11-28 20:12:09.941+00', '2026-11-28 19:42:09.935543+00', NULL, NULL, '2999-12-31 00:00:00+00', NULL, NULL, 'short', NULL, NULL, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL),
	('e1b75f21-bea0-4f91-878a-014497d261d8', 'deliver-webhook', 0, '{"turn": 5, "tenantId": "tnt_rktqq6e3f5tz5nepj5tsytulq4", "deliveryId": "whd_nzlwul5d6toflv5kghugamooip"}', 'created', 10, 0, 10, false, NULL, 20, 600, 'whd_nzlwul5d6toflv5kghugamooip/5', NULL, 'whe_xzn33gmcgqwmvewb2jjlcypysy/3', NULL, '2026-11-28 20:42:10.045+00', '2026-11-28 19:42:10.040227+00', NULL, NULL, '2999-12-31 00:00:00+00', NULL, NULL, 'short', NULL, NULL, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL),
	('86589235-5d88-4178-97fd-f7846a8b78b9', 'deliver-webhook', 0, '{"turn": 6, "tenantId": "tnt_rktqq6e3f5tz5nepj5tsytulq4", "deliveryId": "whd_nzlwul5d6toflv5kghugamooip"}', 'created', 10, 0, 10, false, NULL, 20, 600, 'whd_nzlwul5d6toflv5kghugamooip/6', NULL, 'whe_xzn33gmcgqwmvewb2jjlcypysy/2', NULL, '2026-11-28 23:42:10.081+00', '2026-11-28 19:42:10.077027+00', NULL, NULL, '2999-12-31 00:00:00+00', NULL, NULL, 'short', NULL, NULL, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL),
	('779e3e8c-2469-466e-ade9-86e49e569462', 'deliver-webhook', 0, '{"turn": 7, "tenantId": "tnt_rktqq6e3f5tz5nepj5tsytulq4", "deliveryId": "whd_nzlwul5d6toflv5kghugamooip"}', 'created', 10, 0, 10, false, NULL, 20, 600, 'whd_nzlwul5d6toflv5kghugamooip/7', NULL, 'whe_xzn33gmcgqwmvewb2jjlcypysy/1', NULL, '2026-11-29 07:42:10.391+00', '2026-11-28 19:42:10.384235+00', NULL, NULL, '2999-12-31 00:00:00+00', NULL, NULL, 'short', NULL, NULL, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL),
	('0caf2d81-5262-4d28-96f7-31f39fa7d3bd', 'deliver-webhook', 0, '{"turn": 8, "tenantId": "tnt_rktqq6e3f5tz5nepj5tsytulq4", "deliveryId": "whd_nzlwul5d6toflv5kghugamooip"}', 'created', 10, 0, 10, false, NULL, 20, 600, 'whd_nzlwul5d6toflv5kghugamooip/8', NULL, 'whe_xzn33gmcgqwmvewb2jjlcypysy/1', NULL, '2026-11-29 07:42:10.438+00', '2026-11-28 19:42:10.420004+00', NULL, NULL, '2999-12-31 00:00:00+00', NULL, NULL, 'short', NULL, NULL, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL),
	('adcb5e8e-94fb-4bb0-b225-f41c5644bae4', 'deliver-webhook', 0, '{"turn": 0, "tenantId": "tnt_rktqq6e3f5tz5nepj5tsytulq4", "deliveryId": "whd_zdmwezd7zp2kr5gx4cej2g7wft"}', 'created', 10, 0, 10, false, NULL, 20, 600, 'whd_zdmwezd7zp2kr5gx4cej2g7wft/0', NULL, 'whe_xzn33gmcgqwmvewb2jjlcypysy/3', NULL, '2026-11-28 19:42:10.517508+00', '2026-11-28 19:42:10.517508+00', NULL, NULL, '2999-12-31 00:00:00+00', NULL, NULL, 'short', NULL, NULL, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL),
	('48e5bf94-3569-4918-99cd-aa6baca0ff2d', 'deliver-webhook', 0, '{"turn": 0, "tenantId": "tnt_rktqq6e3f5tz5nepj5tsytulq4", "deliveryId": "whd_sadzvllb3r52vdfd4tzubxndif"}', 'created', 10, 0, 10, false, NULL, 20, 600, 'whd_sadzvllb3r52vdfd4tzubxndif/0', NULL, 'whe_2ywxyrrj54abluqxpjiomli55a/2', NULL, '2026-11-28 19:42:10.517508+00', '2026-11-28 19:42:10.517508+00', NULL, NULL, '2999-12-31 00:00:00+00', NULL, NULL, 'short', NULL, NULL, false, false, 0, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO visavis_jobs.queue VALUES
	('__pgboss__send-it', 'standard', 2, 0, false, NULL, 900, 1209600, 604800, NULL, false, 'job_common', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, '{0}', NULL, false, NULL, '2026-11-28 19:42:10.599394+00', '2026-11-28 19:42:10.605627+00', '2026-11-28 19:42:10.727798+00', '2026-11-28 19:42:00.579318+00', '2026-11-28 19:42:00.579318+00'),
	('deliver-webhook', 'short', 10, 10, false, NULL, 20, 1209600, 600, NULL, false, 'job_common', 8, 12, 4, 0, 0, 0, 12, 0, 0, 0, NULL, NULL, '{4}', NULL, true, NULL, '2026-11-28 19:42:10.599394+00', '2026-11-28 19:42:10.605627+00', '2026-11-28 19:42:10.727798+00', '2026-11-28 19:42:00.723431+00', '2026-11-28 19:42:00.723431+00'),
	('follow-vendor', 'short', 0, 0, false, NULL, 60, 1209600, 600, NULL, false, 'job_common', 6, 9, 3, 0, 0, 0, 9, 0, 0, 0, NULL, NULL, '{3}', NULL, true, NULL, '2026-11-28 19:42:10.599394+00', '2026-11-28 19:42:10.605627+00', '2026-11-28 19:42:10.727798+00', '2026-11-28 19:42:00.822722+00', '2026-11-28 19:42:00.822722+00'),
	('erase-vendor-face', 'short', 0, 0, false, NULL, 60, 1209600, 600, NULL, false, 'job_common', 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, NULL, NULL, '{1}', NULL, true, NULL, '2026-11-28 19:42:10.599394+00', '2026-11-28 19:42:10.605627+00', '2026-11-28 19:42:10.727798+00', '2026-11-28 19:42:00.845359+00', '2026-11-28 19:42:00.845359+00'),
	('expire-attempts', 'short', 0, 0, false, NULL, 300, 1209600, 3600, NULL, false, 'job_common', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, '{0}', NULL, true, NULL, '2026-11-28 19:42:10.599394+00', '2026-11-28 19:42:10.605627+00', '2026-11-28 19:42:10.727798+00', '2026-11-28 19:42:00.860085+00', '2026-11-28 19:42:00.860085+00'),
	('retention', 'short', 3, 600, false, NULL, 21600, 1209600, 86400, NULL, false, 'job_common', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, '{0}', NULL, true, NULL, '2026-11-28 19:42:10.599394+00', '2026-11-28 19:42:10.605627+00', '2026-11-28 19:42:10.727798+00', '2026-11-28 19:42:00.868008+00', '2026-11-28 19:42:00.868008+00'),
	('recover', 'short', 0, 0, false, NULL, 300, 1209600, 3600, NULL, false, 'job_common', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, '{0}', NULL, true, NULL, '2026-11-28 19:42:10.599394+00', '2026-11-28 19:42:10.605627+00', '2026-11-28 19:42:10.727798+00', '2026-11-28 19:42:00.877294+00', '2026-11-28 19:42:00.877294+00');
INSERT INTO visavis_jobs.version VALUES
	(43, '2026-11-28 19:42:00.773176+00', '2026-11-28 19:42:00.649958+00', '2026-11-28 19:42:10.795837+00', '2026-11-28 19:42:10.877508+00', NULL);
SELECT pg_catalog.setval('public.api_keys_position_seq', 3, true);
SELECT pg_catalog.setval('public.assets_position_seq', 14, true);
SELECT pg_catalog.setval('public.attempts_position_seq', 22, true);
SELECT pg_catalog.setval('public.events_position_seq', 87, true);
SELECT pg_catalog.setval('public.face_enrollments_position_seq', 9, true);
SELECT pg_catalog.setval('public.face_index_galleries_id_seq', 1, false);
SELECT pg_catalog.setval('public.faces_position_seq', 21, true);
SELECT pg_catalog.setval('public.oauth_clients_position_seq', 1, true);
SELECT pg_catalog.setval('public.tenants_position_seq', 2, true);
SELECT pg_catalog.setval('public.user_journeys_position_seq', 6, true);
SELECT pg_catalog.setval('public.webhook_attempts_position_seq', 10, true);
SELECT pg_catalog.setval('public.webhook_deliveries_position_seq', 6, true);
SELECT pg_catalog.setval('public.webhook_endpoints_position_seq', 2, true);
ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_hash_key UNIQUE (hash);
ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.applicants
    ADD CONSTRAINT applicants_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.applicants
    ADD CONSTRAINT applicants_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE ONLY public.assets
    ADD CONSTRAINT assets_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.attempts
    ADD CONSTRAINT attempts_capture_token_hash_key UNIQUE (capture_token_hash);
ALTER TABLE ONLY public.attempts
    ADD CONSTRAINT attempts_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.attempts
    ADD CONSTRAINT attempts_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE ONLY public.code_tries
    ADD CONSTRAINT code_tries_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.data_keys
    ADD CONSTRAINT data_keys_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.erasure_receipts
    ADD CONSTRAINT erasure_receipts_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.erasure_receipts
    ADD CONSTRAINT erasure_receipts_tenant_id_subject_id_key UNIQUE (tenant_id, subject_id);
ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE ONLY public.face_authentications
    ADD CONSTRAINT face_authentications_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.face_authentications
    ADD CONSTRAINT face_authentications_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE ONLY public.face_enrollments
    ADD CONSTRAINT face_enrollments_capture_token_hash_key UNIQUE (capture_token_hash);
ALTER TABLE ONLY public.face_enrollments
    ADD CONSTRAINT face_enrollments_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.face_index_entries
    ADD CONSTRAINT face_index_entries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.face_index_galleries
    ADD CONSTRAINT face_index_galleries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.face_index_galleries
    ADD CONSTRAINT face_index_galleries_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE ONLY public.face_index_galleries
    ADD CONSTRAINT face_index_galleries_tenant_id_model_id_key UNIQUE (tenant_id, model_id);
ALTER TABLE ONLY public.faces
    ADD CONSTRAINT faces_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.faces
    ADD CONSTRAINT faces_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE ONLY public.handoffs
    ADD CONSTRAINT handoffs_attempt_id_key UNIQUE (attempt_id);
ALTER TABLE ONLY public.handoffs
    ADD CONSTRAINT handoffs_face_enrollment_id_key UNIQUE (face_enrollment_id);
ALTER TABLE ONLY public.handoffs
    ADD CONSTRAINT handoffs_follower_hash_key UNIQUE (follower_hash);
ALTER TABLE ONLY public.handoffs
    ADD CONSTRAINT handoffs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_pkey PRIMARY KEY (tenant_id, key_hash);
ALTER TABLE ONLY public.kysely_migration_lock
    ADD CONSTRAINT kysely_migration_lock_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.kysely_migration
    ADD CONSTRAINT kysely_migration_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.oauth_clients
    ADD CONSTRAINT oauth_clients_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.oauth_clients
    ADD CONSTRAINT oauth_clients_secret_hash_key UNIQUE (secret_hash);
ALTER TABLE ONLY public.oauth_clients
    ADD CONSTRAINT oauth_clients_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE ONLY public.oauth_tokens
    ADD CONSTRAINT oauth_tokens_pkey PRIMARY KEY (hash);
ALTER TABLE ONLY public.rate_limits
    ADD CONSTRAINT rate_limits_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.retired_provider_settings
    ADD CONSTRAINT retired_provider_settings_pkey PRIMARY KEY (user_journey_id, provider);
ALTER TABLE ONLY public.tenants
    ADD CONSTRAINT tenants_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.user_journeys
    ADD CONSTRAINT user_journeys_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.user_journeys
    ADD CONSTRAINT user_journeys_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE ONLY public.vendor_captures
    ADD CONSTRAINT vendor_captures_pkey PRIMARY KEY (attempt_id);
ALTER TABLE ONLY public.vendor_faces
    ADD CONSTRAINT vendor_faces_pkey PRIMARY KEY (face_id);
ALTER TABLE ONLY public.vendor_index_entries
    ADD CONSTRAINT vendor_index_entries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.vendor_index_entries
    ADD CONSTRAINT vendor_index_entries_tenant_id_user_journey_id_provider_ven_key UNIQUE (tenant_id, user_journey_id, provider, vendor_entry);
ALTER TABLE ONLY public.webhook_attempts
    ADD CONSTRAINT webhook_attempts_pkey PRIMARY KEY ("position");
ALTER TABLE ONLY public.webhook_deliveries
    ADD CONSTRAINT webhook_deliveries_endpoint_id_event_id_key UNIQUE (endpoint_id, event_id);
ALTER TABLE ONLY public.webhook_deliveries
    ADD CONSTRAINT webhook_deliveries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.webhook_deliveries
    ADD CONSTRAINT webhook_deliveries_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE ONLY public.webhook_endpoints
    ADD CONSTRAINT webhook_endpoints_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.webhook_endpoints
    ADD CONSTRAINT webhook_endpoints_tenant_id_id_key UNIQUE (tenant_id, id);
ALTER TABLE ONLY visavis_jobs.bam
    ADD CONSTRAINT bam_pkey PRIMARY KEY (id);
ALTER TABLE ONLY visavis_jobs.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (name, id);
ALTER TABLE ONLY visavis_jobs.job_common
    ADD CONSTRAINT job_common_pkey PRIMARY KEY (name, id);
ALTER TABLE ONLY visavis_jobs.job_dependency
    ADD CONSTRAINT job_dependency_pkey PRIMARY KEY (child_name, child_id, parent_name, parent_id);
ALTER TABLE ONLY visavis_jobs.queue
    ADD CONSTRAINT queue_pkey PRIMARY KEY (name);
ALTER TABLE ONLY visavis_jobs.queue_stats
    ADD CONSTRAINT queue_stats_pkey PRIMARY KEY (id, captured_on);
ALTER TABLE ONLY visavis_jobs.queue_stats_20261128
    ADD CONSTRAINT queue_stats_20261128_pkey PRIMARY KEY (id, captured_on);
ALTER TABLE ONLY visavis_jobs.queue_stats_20261129
    ADD CONSTRAINT queue_stats_20261129_pkey PRIMARY KEY (id, captured_on);
ALTER TABLE ONLY visavis_jobs.schedule
    ADD CONSTRAINT schedule_pkey PRIMARY KEY (name, key);
ALTER TABLE ONLY visavis_jobs.subscription
    ADD CONSTRAINT subscription_pkey PRIMARY KEY (event, name);
ALTER TABLE ONLY visavis_jobs.version
    ADD CONSTRAINT version_pkey PRIMARY KEY (version);
ALTER TABLE ONLY visavis_jobs.warning
    ADD CONSTRAINT warning_pkey PRIMARY KEY (id);
CREATE INDEX api_keys_tenant ON public.api_keys USING btree (tenant_id);
CREATE INDEX assets_age ON public.assets USING btree (created_on);
CREATE INDEX assets_erasing ON public.assets USING btree (tenant_id) WHERE (status = 'erasing'::text);
CREATE INDEX assets_owner ON public.assets USING btree (tenant_id, owner_id, "position");
CREATE INDEX assets_unfinished ON public.assets USING btree (writer) WHERE (status = 'writing'::text);
CREATE UNIQUE INDEX attempts_digit_string ON public.attempts USING btree (digit_string_hash) WHERE (status = 'pending_redirection'::text);
CREATE INDEX attempts_due ON public.attempts USING btree (expires_on) WHERE (status = ANY (ARRAY['pending_redirection'::text, 'capture_in_progress'::text]));
CREATE INDEX attempts_face_authentication ON public.attempts USING btree (tenant_id, face_authentication_id, "position");
CREATE UNIQUE INDEX attempts_one_open ON public.attempts USING btree (tenant_id, face_authentication_id) WHERE (status = ANY (ARRAY['pending_redirection'::text, 'capture_in_progress'::text, 'checks_in_progress'::text]));
CREATE INDEX code_tries_resets_on ON public.code_tries USING btree (resets_on);
CREATE INDEX events_created_on ON public.events USING btree (created_on);
CREATE INDEX events_tenant ON public.events USING btree (tenant_id, "position");
CREATE INDEX face_authentications_applicant ON public.face_authentications USING btree (tenant_id, applicant_id);
CREATE INDEX face_authentications_user_journey ON public.face_authentications USING btree (tenant_id, user_journey_id);
CREATE INDEX face_enrollments_face ON public.face_enrollments USING btree (tenant_id, face_id, "position");
CREATE UNIQUE INDEX face_enrollments_one_open ON public.face_enrollments USING btree (tenant_id, face_id) WHERE (status = ANY (ARRAY['pending_redirection'::text, 'capture_in_progress'::text]));
CREATE INDEX face_enrollments_user_journey ON public.face_enrollments USING btree (tenant_id, user_journey_id);
CREATE INDEX face_index_entries_applicant ON public.face_index_entries USING btree (tenant_id, applicant_id) WHERE (applicant_id IS NOT NULL);
CREATE INDEX faces_applicant ON public.faces USING btree (tenant_id, applicant_id, provider, "position");
CREATE INDEX faces_source_attempt ON public.faces USING btree (tenant_id, source_attempt_id) WHERE (source_attempt_id IS NOT NULL);
CREATE UNIQUE INDEX handoffs_digits ON public.handoffs USING btree (digits_hash) WHERE (digits_hash IS NOT NULL);
CREATE INDEX handoffs_expires_on ON public.handoffs USING btree (expires_on);
CREATE INDEX idempotency_keys_expiry ON public.idempotency_keys USING btree (expires_on);
CREATE INDEX idempotency_keys_mentions ON public.idempotency_keys USING gin (mentions);
CREATE INDEX oauth_tokens_client ON public.oauth_tokens USING btree (tenant_id, oauth_client_id, expires_on);
CREATE INDEX user_journeys_tenant ON public.user_journeys USING btree (tenant_id, "position");
CREATE INDEX vendor_captures_due ON public.vendor_captures USING btree (next_look_on) WHERE (next_look_on IS NOT NULL);
CREATE INDEX vendor_captures_erasing ON public.vendor_captures USING btree (tenant_id) WHERE (status = 'erasing'::text);
CREATE INDEX vendor_captures_session ON public.vendor_captures USING btree (user_journey_id, vendor_session);
CREATE INDEX vendor_faces_due ON public.vendor_faces USING btree (next_look_on) WHERE (next_look_on IS NOT NULL);
CREATE INDEX vendor_faces_erasing ON public.vendor_faces USING btree (tenant_id, applicant_id) WHERE (status = 'erasing'::text);
CREATE INDEX webhook_attempts_delivery ON public.webhook_attempts USING btree (tenant_id, delivery_id, "position");
CREATE INDEX webhook_deliveries_endpoint ON public.webhook_deliveries USING btree (tenant_id, endpoint_id, "position");
CREATE INDEX webhook_deliveries_event ON public.webhook_deliveries USING btree (tenant_id, event_id);
CREATE INDEX webhook_deliveries_pending ON public.webhook_deliveries USING btree (next_attempt_on) WHERE (status = 'pending'::text);
CREATE INDEX webhook_endpoints_tenant ON public.webhook_endpoints USING btree (tenant_id, "position");
CREATE UNIQUE INDEX job_common_i1 ON visavis_jobs.job_common USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state = 'created'::visavis_jobs.job_state) AND (policy = 'short'::text));
CREATE INDEX job_common_i10 ON visavis_jobs.job_common USING btree (name, singleton_key, state DESC, created_on, id) INCLUDE (start_after) WHERE ((state < 'active'::visavis_jobs.job_state) AND (NOT blocked) AND (policy = 'key_strict_fifo'::text));
CREATE INDEX job_common_i11 ON visavis_jobs.job_common USING btree (name, priority DESC, created_on, start_after) WHERE ((state < 'active'::visavis_jobs.job_state) AND (NOT blocked));
CREATE INDEX job_common_i12 ON visavis_jobs.job_common USING btree (source_root_id) WHERE (source_root_id IS NOT NULL);
CREATE UNIQUE INDEX job_common_i2 ON visavis_jobs.job_common USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state = 'active'::visavis_jobs.job_state) AND (policy = 'singleton'::text));
CREATE UNIQUE INDEX job_common_i3 ON visavis_jobs.job_common USING btree (name, state, COALESCE(singleton_key, ''::text)) WHERE ((state <= 'active'::visavis_jobs.job_state) AND (policy = 'stately'::text));
CREATE UNIQUE INDEX job_common_i4 ON visavis_jobs.job_common USING btree (name, singleton_on, COALESCE(singleton_key, ''::text)) WHERE ((state <> 'cancelled'::visavis_jobs.job_state) AND (singleton_on IS NOT NULL));
CREATE UNIQUE INDEX job_common_i6 ON visavis_jobs.job_common USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state <= 'active'::visavis_jobs.job_state) AND (policy = 'exclusive'::text));
CREATE INDEX job_common_i7 ON visavis_jobs.job_common USING btree (name, group_id) WHERE ((state = 'active'::visavis_jobs.job_state) AND (group_id IS NOT NULL));
CREATE UNIQUE INDEX job_common_i8 ON visavis_jobs.job_common USING btree (name, singleton_key) WHERE ((state = ANY (ARRAY['active'::visavis_jobs.job_state, 'retry'::visavis_jobs.job_state, 'failed'::visavis_jobs.job_state])) AND (policy = 'key_strict_fifo'::text));
CREATE INDEX job_common_i9 ON visavis_jobs.job_common USING btree (name, id) WHERE (blocking AND (state = 'completed'::visavis_jobs.job_state));
CREATE INDEX job_dep_parent_idx ON visavis_jobs.job_dependency USING btree (parent_name, parent_id);
CREATE INDEX queue_stats_i1 ON ONLY visavis_jobs.queue_stats USING btree (name, captured_on DESC) INCLUDE (deferred_count, queued_count, ready_count, active_count, failed_count, total_count);
CREATE INDEX queue_stats_20261128_name_captured_on_deferred_count_queued_idx ON visavis_jobs.queue_stats_20261128 USING btree (name, captured_on DESC) INCLUDE (deferred_count, queued_count, ready_count, active_count, failed_count, total_count);
CREATE INDEX queue_stats_20261129_name_captured_on_deferred_count_queued_idx ON visavis_jobs.queue_stats_20261129 USING btree (name, captured_on DESC) INCLUDE (deferred_count, queued_count, ready_count, active_count, failed_count, total_count);
CREATE INDEX warning_i1 ON visavis_jobs.warning USING btree (created_on DESC);
ALTER INDEX visavis_jobs.job_pkey ATTACH PARTITION visavis_jobs.job_common_pkey;
ALTER INDEX visavis_jobs.queue_stats_i1 ATTACH PARTITION visavis_jobs.queue_stats_20261128_name_captured_on_deferred_count_queued_idx;
ALTER INDEX visavis_jobs.queue_stats_pkey ATTACH PARTITION visavis_jobs.queue_stats_20261128_pkey;
ALTER INDEX visavis_jobs.queue_stats_i1 ATTACH PARTITION visavis_jobs.queue_stats_20261129_name_captured_on_deferred_count_queued_idx;
ALTER INDEX visavis_jobs.queue_stats_pkey ATTACH PARTITION visavis_jobs.queue_stats_20261129_pkey;
ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);
ALTER TABLE ONLY public.applicants
    ADD CONSTRAINT applicants_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);
ALTER TABLE ONLY public.assets
    ADD CONSTRAINT assets_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);
ALTER TABLE ONLY public.attempts
    ADD CONSTRAINT attempts_tenant_id_face_authentication_id_fkey FOREIGN KEY (tenant_id, face_authentication_id) REFERENCES public.face_authentications(tenant_id, id);
ALTER TABLE ONLY public.erasure_receipts
    ADD CONSTRAINT erasure_receipts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);
ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);
ALTER TABLE ONLY public.face_authentications
    ADD CONSTRAINT face_authentications_tenant_id_applicant_id_fkey FOREIGN KEY (tenant_id, applicant_id) REFERENCES public.applicants(tenant_id, id);
ALTER TABLE ONLY public.face_authentications
    ADD CONSTRAINT face_authentications_tenant_id_user_journey_id_fkey FOREIGN KEY (tenant_id, user_journey_id) REFERENCES public.user_journeys(tenant_id, id);
ALTER TABLE ONLY public.face_enrollments
    ADD CONSTRAINT face_enrollments_tenant_id_face_id_fkey FOREIGN KEY (tenant_id, face_id) REFERENCES public.faces(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.face_enrollments
    ADD CONSTRAINT face_enrollments_tenant_id_user_journey_id_fkey FOREIGN KEY (tenant_id, user_journey_id) REFERENCES public.user_journeys(tenant_id, id);
ALTER TABLE ONLY public.face_index_entries
    ADD CONSTRAINT face_index_entries_tenant_id_applicant_id_fkey FOREIGN KEY (tenant_id, applicant_id) REFERENCES public.applicants(tenant_id, id);
ALTER TABLE ONLY public.face_index_entries
    ADD CONSTRAINT face_index_entries_tenant_id_gallery_id_fkey FOREIGN KEY (tenant_id, gallery_id) REFERENCES public.face_index_galleries(tenant_id, id);
ALTER TABLE ONLY public.face_index_galleries
    ADD CONSTRAINT face_index_galleries_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);
ALTER TABLE ONLY public.faces
    ADD CONSTRAINT faces_tenant_id_applicant_id_fkey FOREIGN KEY (tenant_id, applicant_id) REFERENCES public.applicants(tenant_id, id);
ALTER TABLE ONLY public.handoffs
    ADD CONSTRAINT handoffs_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES public.attempts(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.handoffs
    ADD CONSTRAINT handoffs_face_enrollment_id_fkey FOREIGN KEY (face_enrollment_id) REFERENCES public.face_enrollments(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.handoffs
    ADD CONSTRAINT handoffs_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);
ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);
ALTER TABLE ONLY public.oauth_clients
    ADD CONSTRAINT oauth_clients_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);
ALTER TABLE ONLY public.oauth_tokens
    ADD CONSTRAINT oauth_tokens_tenant_id_oauth_client_id_fkey FOREIGN KEY (tenant_id, oauth_client_id) REFERENCES public.oauth_clients(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.retired_provider_settings
    ADD CONSTRAINT retired_provider_settings_tenant_id_user_journey_id_fkey FOREIGN KEY (tenant_id, user_journey_id) REFERENCES public.user_journeys(tenant_id, id);
ALTER TABLE ONLY public.user_journeys
    ADD CONSTRAINT user_journeys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);
ALTER TABLE ONLY public.vendor_captures
    ADD CONSTRAINT vendor_captures_tenant_id_applicant_id_fkey FOREIGN KEY (tenant_id, applicant_id) REFERENCES public.applicants(tenant_id, id);
ALTER TABLE ONLY public.vendor_captures
    ADD CONSTRAINT vendor_captures_tenant_id_attempt_id_fkey FOREIGN KEY (tenant_id, attempt_id) REFERENCES public.attempts(tenant_id, id);
ALTER TABLE ONLY public.vendor_captures
    ADD CONSTRAINT vendor_captures_tenant_id_face_authentication_id_fkey FOREIGN KEY (tenant_id, face_authentication_id) REFERENCES public.face_authentications(tenant_id, id);
ALTER TABLE ONLY public.vendor_captures
    ADD CONSTRAINT vendor_captures_tenant_id_user_journey_id_fkey FOREIGN KEY (tenant_id, user_journey_id) REFERENCES public.user_journeys(tenant_id, id);
ALTER TABLE ONLY public.vendor_faces
    ADD CONSTRAINT vendor_faces_tenant_id_applicant_id_fkey FOREIGN KEY (tenant_id, applicant_id) REFERENCES public.applicants(tenant_id, id);
ALTER TABLE ONLY public.vendor_faces
    ADD CONSTRAINT vendor_faces_tenant_id_user_journey_id_fkey FOREIGN KEY (tenant_id, user_journey_id) REFERENCES public.user_journeys(tenant_id, id);
ALTER TABLE ONLY public.vendor_index_entries
    ADD CONSTRAINT vendor_index_entries_tenant_id_user_journey_id_fkey FOREIGN KEY (tenant_id, user_journey_id) REFERENCES public.user_journeys(tenant_id, id);
ALTER TABLE ONLY public.webhook_attempts
    ADD CONSTRAINT webhook_attempts_tenant_id_delivery_id_fkey FOREIGN KEY (tenant_id, delivery_id) REFERENCES public.webhook_deliveries(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.webhook_deliveries
    ADD CONSTRAINT webhook_deliveries_tenant_id_endpoint_id_fkey FOREIGN KEY (tenant_id, endpoint_id) REFERENCES public.webhook_endpoints(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.webhook_deliveries
    ADD CONSTRAINT webhook_deliveries_tenant_id_event_id_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES public.events(tenant_id, id) ON DELETE CASCADE;
ALTER TABLE ONLY public.webhook_endpoints
    ADD CONSTRAINT webhook_endpoints_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);
ALTER TABLE ONLY visavis_jobs.job_common
    ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES visavis_jobs.queue(name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY visavis_jobs.job_common
    ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES visavis_jobs.queue(name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY visavis_jobs.queue
    ADD CONSTRAINT queue_dead_letter_fkey FOREIGN KEY (dead_letter) REFERENCES visavis_jobs.queue(name);
ALTER TABLE ONLY visavis_jobs.schedule
    ADD CONSTRAINT schedule_name_fkey FOREIGN KEY (name) REFERENCES visavis_jobs.queue(name) ON DELETE CASCADE;
ALTER TABLE ONLY visavis_jobs.subscription
    ADD CONSTRAINT subscription_name_fkey FOREIGN KEY (name) REFERENCES visavis_jobs.queue(name) ON DELETE CASCADE;
