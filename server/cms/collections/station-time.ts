/** How a date field that Airweek keeps is shown: by the station's clock, wherever the browser is. */
export const stationTime = {
  Field: "/admin/station-time#StationTimeField",
  Cell: "/admin/station-time#StationTimeCell",
};
