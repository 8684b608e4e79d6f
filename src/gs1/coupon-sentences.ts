/** Refusals of North American coupons (AI 8110 and 8112) in words. */
export const couponSentences = {
  COUPON_EXCESS_DATA:
    'digits are left over after the last field. Remove them, or announce the optional field that they belong to.',
  COUPON_EXPIRATION_BEFORE_START: 'the coupon expires before it starts. Put the dates in order.',
  COUPON_INVALID_1ST_PURCHASE_REQUIREMENT_CODE:
    'the code of the first purchase requirement has a value that is not defined. Use one from the coupon guideline.',
  COUPON_INVALID_1ST_PURCHASE_REQUIREMENT_LENGTH:
    'this digit is no length of the first purchase requirement. Use a length that the coupon guideline allows.',
  COUPON_INVALID_2ND_PURCHASE_GCP_LENGTH:
    'this digit is no length of the second company prefix. Use a length that the coupon guideline allows.',
  COUPON_INVALID_2ND_PURCHASE_REQUIREMENT_CODE:
    'the code of the second purchase requirement has a value that is not defined. Use one from the coupon guideline.',
  COUPON_INVALID_2ND_PURCHASE_REQUIREMENT_LENGTH:
    'this digit is no length of the second purchase requirement. Use a length that the coupon guideline allows.',
  COUPON_INVALID_3RD_PURCHASE_GCP_LENGTH:
    'this digit is no length of the third company prefix. Use a length that the coupon guideline allows.',
  COUPON_INVALID_3RD_PURCHASE_REQUIREMENT_CODE:
    'the code of the third purchase requirement has a value that is not defined. Use one from the coupon guideline.',
  COUPON_INVALID_3RD_PURCHASE_REQUIREMENT_LENGTH:
    'this digit is no length of the third purchase requirement. Use a length that the coupon guideline allows.',
  COUPON_INVALID_ADDITIONAL_PURCHASE_RULES_CODE:
    'the code of the additional purchase rules has a value that is not defined. Use one from the coupon guideline.',
  COUPON_INVALID_DONT_MULTIPLY_FLAG:
    'the flag that forbids to multiply has a value that is not defined. Use one from the coupon guideline.',
  COUPON_INVALID_EXIPIRATION_DATE: 'the expiration date is not a day of the calendar. Use YYMMDD.',
  COUPON_INVALID_FORMAT_CODE:
    'the format code has a value that is not defined. Use one from the coupon guideline.',
  COUPON_INVALID_FUNDER_LENGTH:
    'this digit is no length of the funder. Use a length that the coupon guideline allows.',
  COUPON_INVALID_GCP_LENGTH:
    'this digit is no length of the company prefix. Use a length that the coupon guideline allows.',
  COUPON_INVALID_RETAILER_GCP_OR_GLN_LENGTH:
    "this digit is no length of the retailer's company prefix or location number. Use a length that the coupon guideline allows.",
  COUPON_INVALID_SAVE_VALUE_APPLIES_TO_ITEM:
    'the item that the save value applies to has a value that is not defined. Use one from the coupon guideline.',
  COUPON_INVALID_SAVE_VALUE_CODE:
    'the save value code has a value that is not defined. Use one from the coupon guideline.',
  COUPON_INVALID_SAVE_VALUE_LENGTH:
    'this digit is no length of the save value. Use a length that the coupon guideline allows.',
  COUPON_INVALID_START_DATE: 'the start date is not a day of the calendar. Use YYMMDD.',
  COUPON_MISSING_1ST_PURCHASE_REQUIREMENT_CODE:
    'the code of the first purchase requirement is missing. Add it.',
  COUPON_MISSING_1ST_PURCHASE_REQUIREMENT_VLI:
    'the digit that tells the length of the first purchase requirement is missing. Add it and what follows it.',
  COUPON_MISSING_2ND_PURCHASE_GCP_VLI:
    'the digit that tells the length of the second company prefix is missing. Add it and what follows it.',
  COUPON_MISSING_2ND_PURCHASE_REQUIREMENT_CODE:
    'the code of the second purchase requirement is missing. Add it.',
  COUPON_MISSING_2ND_PURCHASE_REQUIREMENT_VLI:
    'the digit that tells the length of the second purchase requirement is missing. Add it and what follows it.',
  COUPON_MISSING_3RD_PURCHASE_GCP_VLI:
    'the digit that tells the length of the third company prefix is missing. Add it and what follows it.',
  COUPON_MISSING_3RD_PURCHASE_REQUIREMENT_CODE:
    'the code of the third purchase requirement is missing. Add it.',
  COUPON_MISSING_3RD_PURCHASE_REQUIREMENT_VLI:
    'the digit that tells the length of the third purchase requirement is missing. Add it and what follows it.',
  COUPON_MISSING_ADDITIONAL_PURCHASE_RULES_CODE:
    'the code of the additional purchase rules is missing. Add it.',
  COUPON_MISSING_DONT_MULTIPLY_FLAG: 'the flag that forbids to multiply is missing. Add it.',
  COUPON_MISSING_FORMAT_CODE: 'the format code is missing. Add it.',
  COUPON_MISSING_FUNDER_VLI:
    'the digit that tells the length of the funder is missing. Add it and what follows it.',
  COUPON_MISSING_GCP_VLI:
    'the digit that tells the length of the company prefix is missing. Add it and what follows it.',
  COUPON_MISSING_RETAILER_GCP_OR_GLN_VLI:
    "the digit that tells the length of the retailer's company prefix or location number is missing. Add it and what follows it.",
  COUPON_MISSING_SAVE_VALUE_APPLIES_TO_ITEM:
    'the item that the save value applies to is missing. Add it.',
  COUPON_MISSING_SAVE_VALUE_CODE: 'the save value code is missing. Add it.',
  COUPON_MISSING_SAVE_VALUE_VLI:
    'the digit that tells the length of the save value is missing. Add it and what follows it.',
  COUPON_MISSING_SERIAL_NUMBER_VLI:
    'the digit that tells the length of the serial number is missing. Add it and what follows it.',
  COUPON_MISSING_STORE_COUPON_FLAG: 'the store coupon flag is missing. Add it.',
  COUPON_TOO_SHORT_FOR_EXPIRATION_DATE: 'the expiration date is cut short. Use six digits, YYMMDD.',
  COUPON_TOO_SHORT_FOR_START_DATE: 'the start date is cut short. Use six digits, YYMMDD.',
  COUPON_TRUNCATED_1ST_PURCHASE_FAMILY_CODE:
    'the first family code is cut short. Give as many digits as its length says.',
  COUPON_TRUNCATED_1ST_PURCHASE_REQUIREMENT:
    'the first purchase requirement is cut short. Give as many digits as its length says.',
  COUPON_TRUNCATED_2ND_PURCHASE_FAMILY_CODE:
    'the second family code is cut short. Give as many digits as its length says.',
  COUPON_TRUNCATED_2ND_PURCHASE_GCP:
    'the second company prefix is cut short. Give as many digits as its length says.',
  COUPON_TRUNCATED_2ND_PURCHASE_REQUIREMENT:
    'the second purchase requirement is cut short. Give as many digits as its length says.',
  COUPON_TRUNCATED_3RD_PURCHASE_FAMILY_CODE:
    'the third family code is cut short. Give as many digits as its length says.',
  COUPON_TRUNCATED_3RD_PURCHASE_GCP:
    'the third company prefix is cut short. Give as many digits as its length says.',
  COUPON_TRUNCATED_3RD_PURCHASE_REQUIREMENT:
    'the third purchase requirement is cut short. Give as many digits as its length says.',
  COUPON_TRUNCATED_FUNDER: 'the funder is cut short. Give as many digits as its length says.',
  COUPON_TRUNCATED_GCP: 'the company prefix is cut short. Give as many digits as its length says.',
  COUPON_TRUNCATED_OFFER_CODE:
    'the offer code is cut short. Give as many digits as its length says.',
  COUPON_TRUNCATED_RETAILER_GCP_OR_GLN:
    "the retailer's company prefix or location number is cut short. Give as many digits as its length says.",
  COUPON_TRUNCATED_SAVE_VALUE:
    'the save value is cut short. Give as many digits as its length says.',
  COUPON_TRUNCATED_SERIAL_NUMBER:
    'the serial number is cut short. Give as many digits as its length says.',
} as const
