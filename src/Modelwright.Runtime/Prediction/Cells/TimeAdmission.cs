using Modelwright.Core.Data;

namespace Modelwright.Runtime.Prediction.Cells;

/// <summary>Brings a column to points in time. Times share their blocks; a number is read as text by the spec's formats, such as "yyyyMMdd".</summary>
internal static class TimeAdmission
{
    internal static Column Admit(Column raw, ColumnSpec spec, CellTally tally)
    {
        if (raw is not TimeColumn time)
        {
            return new TimeColumn(spec.Name, new CellReader<long>(spec, tally, TimeColumn.Missing, (string text, out long ticks) => Read(text, spec, out ticks)).Read(raw));
        }

        for (var block = 0; block < time.Values.BlockCount; block++)
        {
            tally.AddMissing(time.Values[block].Count(TimeColumn.Missing));
        }

        return time;
    }

    private static CellState Read(string text, ColumnSpec spec, out long ticks) =>
        CellText.TryTime(text, spec.TimeFormats, out ticks) ? CellState.Read : CellState.Unreadable;
}
