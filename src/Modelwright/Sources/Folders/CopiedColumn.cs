using Modelwright.Core.Data;
using Modelwright.Sources.Rows;

namespace Modelwright.Sources.Folders;

/// <summary>Adds the rows of one file's column to those of all files.</summary>
internal static class CopiedColumn
{
    /// <summary>Adds every row.</summary>
    internal static void AddTo(RawColumn target, Column column)
    {
        switch (column)
        {
            case NumberColumn numbers:
                Each(target, numbers.Values, double.IsNaN, target.Add);
                break;
            case TimeColumn times:
                Each(target, times.Values, static ticks => ticks == TimeColumn.Missing, target.AddTicks);
                break;
            case CategoryColumn levels:
                Each(target, levels.Codes, static code => code < 0, code => target.Add(levels.Levels[code]));
                break;
            case TextColumn texts:
                Each(target, texts.Values, static text => text is null, text => target.Add(text));
                break;
        }
    }

    private static void Each<T>(RawColumn target, Blocks<T> values, Func<T, bool> isMissing, Action<T> add)
    {
        for (var block = 0; block < values.BlockCount; block++)
        {
            foreach (var value in values[block])
            {
                if (isMissing(value))
                {
                    target.AddMissing();
                }
                else
                {
                    add(value);
                }
            }
        }
    }
}
