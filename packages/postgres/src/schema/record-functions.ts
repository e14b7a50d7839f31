/** Writing a record whose name may be taken: the index decides, and nothing is thrown at the caller. */
export const recordFunctions = `
CREATE FUNCTION codespar.replace_record_1(
  p_kind text, p_organisation text, p_id text, p_name text, p_group text, p_row text, p_arguments text,
  p_created_at bigint, p_is_pending boolean, p_version integer)
RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  UPDATE codespar.records SET name = p_name, in_group = p_group, row = p_row, patch = NULL, arguments = p_arguments,
      created_at = p_created_at, is_pending = p_is_pending, version = p_version + 1
    WHERE kind = p_kind AND organisation = p_organisation AND id = p_id AND version = p_version;
  RETURN FOUND;
EXCEPTION WHEN unique_violation THEN RETURN false;
END $$;
`;
