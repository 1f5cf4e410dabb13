import { ColourCell as ColourCell_682231434ee959a46a860d2c6f7f6f3b } from '../../../server/cms/admin/colour-cell'
import { ColourField as ColourField_e29a6a5e0788b74a171548f8fb0cfaa4 } from '../../../server/cms/admin/colour-field'
import { ShowLink as ShowLink_752d3100155706cdfe98a909d9c0ad9f } from '../../../server/cms/admin/show-link'
import { TrackPicker as TrackPicker_c7cb01865999c77da758e84cc295e810 } from '../../../server/cms/admin/track-picker'
import { OnTheGrid as OnTheGrid_c88474959776cc70e3961e3c73e10c13 } from '../../../server/cms/admin/on-the-grid'
import { Icon as Icon_02eb09383ab04964ebb870a0f59c7a7e } from '../../../server/cms/admin/name'
import { Logo as Logo_02eb09383ab04964ebb870a0f59c7a7e } from '../../../server/cms/admin/name'
import { ToPlanner as ToPlanner_96c9b3a369f83ae2a5a53ab4b26747d7 } from '../../../server/cms/admin/to-planner'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/admin/colour-cell#ColourCell": ColourCell_682231434ee959a46a860d2c6f7f6f3b,
  "/admin/colour-field#ColourField": ColourField_e29a6a5e0788b74a171548f8fb0cfaa4,
  "/admin/show-link#ShowLink": ShowLink_752d3100155706cdfe98a909d9c0ad9f,
  "/admin/track-picker#TrackPicker": TrackPicker_c7cb01865999c77da758e84cc295e810,
  "/admin/on-the-grid#OnTheGrid": OnTheGrid_c88474959776cc70e3961e3c73e10c13,
  "/admin/name#Icon": Icon_02eb09383ab04964ebb870a0f59c7a7e,
  "/admin/name#Logo": Logo_02eb09383ab04964ebb870a0f59c7a7e,
  "/admin/to-planner#ToPlanner": ToPlanner_96c9b3a369f83ae2a5a53ab4b26747d7,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
