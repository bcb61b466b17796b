using Modelwright.Core.Data;

namespace Modelwright.Runtime.Prediction.Cells;

/// <summary>Brings a column to texts, as it was written. Texts that need no change share their blocks.</summary>
internal static class TextAdmission
{
    internal static Column Admit(Column raw, ColumnSpec spec, CellTally tally)
    {
        var read = new TextColumn(spec.Name, new CellReader<string?>(spec, tally, null, (string text, out string? value) => Read(text, spec, out value)).Read(raw));
        return raw is TextColumn text && HasSameValues(text, read) ? raw : read;
    }

    private static CellState Read(string text, ColumnSpec spec, out string? value)
    {
        value = ListText.OfCell(text, spec);
        return CellState.Read;
    }

    private static bool HasSameValues(TextColumn raw, TextColumn read)
    {
        for (var block = 0; block < raw.Values.BlockCount; block++)
        {
            var from = raw.Values[block];
            var to = read.Values[block];
            for (var place = 0; place < from.Length; place++)
            {
                if (!ReferenceEquals(from[place], to[place]))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
