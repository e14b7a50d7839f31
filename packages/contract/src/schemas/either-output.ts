import { z } from "zod";

/**
 * The output of a tool that returns one thing or a list of them, by its action. What is advertised is one object with the fields
 * of both, because neither MCP nor strict modes take a choice of two at the root.
 */
export function eitherOutput<One, Page>(
  one: z.ZodObject & z.ZodType<One>,
  page: z.ZodObject & z.ZodType<Page>,
): z.ZodObject & z.ZodType<One | Page> {
  const both = z
    .looseObject({ ...one.partial().shape, ...page.partial().shape })
    .superRefine((value, context) => {
      const [first = ""] = Object.keys(page.shape);
      const { error } = (Object.hasOwn(value, first) ? page : one).safeParse(value);
      for (const { path, message } of error?.issues ?? [])
        context.addIssue({ code: "custom", path, message });
    });
  // what passes the refinement is one of the two, which the type of the object cannot say
  return both as unknown as z.ZodObject & z.ZodType<One | Page>;
}
