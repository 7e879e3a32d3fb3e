import { createSafeActionClient } from "next-safe-action";
import { z } from "zod";
import { ACTIONS } from "@/domain/access/permissions";
import { isAppError } from "./errors";
import { logger } from "./logger";
import { refuseUnstorable } from "./storable";
import "./problem";

/**
 * The base of every server action: it must name its permission, text that cannot be kept is refused before anything reads
 * it, and a failure becomes one Chinese sentence.
 */
export const actionClient = createSafeActionClient({
  defineMetadataSchema: () => z.object({ permission: z.enum(ACTIONS) }),
  defaultValidationErrorsShape: "flattened",
  handleServerError: (error) => {
    if (isAppError(error)) return error.detail;
    logger().error({ err: error }, "action failed");
    return "服务器这会儿没能处理，请过一会儿再试，填写的内容还在这一页。";
  },
}).use(({ next, clientInput }) => {
  refuseUnstorable(clientInput);
  return next();
});
