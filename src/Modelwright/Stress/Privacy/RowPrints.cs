using System.Numerics;
using Modelwright.Core.Data;

namespace Modelwright.Stress.Privacy;

/// <summary>
/// A number of 64 bits a row, made of its cells alone, so that equal rows of two tables are found whatever order their levels stand in. Of
/// a million rows beside four thousand two different ones are taken for equal with a chance of about 2 in ten billion.
/// </summary>
/// <remarks>Mixed by the finalizer of MurmurHash3 (Appleby 2011).</remarks>
internal static class RowPrints
{
    private const ulong Start = 0xCBF29CE484222325;
    private const ulong TextFactor = 0x100000001B3;
    private const ulong MissingCell = 0x5851F42D4C957F2D;

    /// <summary>The prints of rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="columns">The columns that count, in an order that is the same for all tables.</param>
    /// <param name="cancellation">Looked at before each column.</param>
    /// <returns>One a row.</returns>
    public static ulong[] Of(Table rows, IReadOnlyList<string> columns, CancellationToken cancellation)
    {
        var prints = new ulong[rows.RowCount];
        foreach (var name in columns)
        {
            cancellation.ThrowIfCancellationRequested();
            Add(rows[name], prints);
        }

        return prints;
    }

    /// <summary>The prints of places.</summary>
    /// <param name="places">Places x axes.</param>
    /// <param name="axes">Numbers a place; without any there are no places to tell apart.</param>
    public static ulong[] OfPlaces(ReadOnlySpan<double> places, int axes)
    {
        var prints = new ulong[axes == 0 ? 0 : places.Length / axes];
        for (var index = 0; index < prints.Length * axes; index++)
        {
            prints[index / axes] = Mix(prints[index / axes], OfNumber(places[index]));
        }

        return prints;
    }

    private static void Add(Column column, ulong[] prints)
    {
        switch (column)
        {
            case NumberColumn numbers:
                Add(numbers.Values, prints, OfNumber);
                break;
            case TimeColumn times:
                Add(times.Values, prints, static ticks => ticks == TimeColumn.Missing ? MissingCell : (ulong)ticks);
                break;
            case CategoryColumn category:
                ulong[] levels = [.. category.Levels.Select(OfText)];
                Add(category.Codes, prints, code => code < 0 ? MissingCell : levels[code]);
                break;
            case TextColumn texts:
                Add(texts.Values, prints, static text => text is null ? MissingCell : OfText(text));
                break;
        }
    }

    private static void Add<T>(Blocks<T> values, ulong[] prints, Func<T, ulong> printOf)
    {
        var row = 0;
        for (var block = 0; block < values.BlockCount; block++)
        {
            foreach (var value in values[block])
            {
                prints[row] = Mix(prints[row], printOf(value));
                row++;
            }
        }
    }

    // A negative zero is a zero.
    private static ulong OfNumber(double value) => double.IsNaN(value) ? MissingCell : BitConverter.DoubleToUInt64Bits(value + 0.0);

    private static ulong OfText(string text)
    {
        var print = Start;
        foreach (var letter in text)
        {
            print = (print ^ letter) * TextFactor;
        }

        return print;
    }

    private static ulong Mix(ulong print, ulong cell)
    {
        var value = BitOperations.RotateLeft(print, 27) + (cell * 0x9E3779B97F4A7C15);
        value = (value ^ (value >> 33)) * 0xFF51AFD7ED558CCD;
        value = (value ^ (value >> 33)) * 0xC4CEB9FE1A85EC53;
        return value ^ (value >> 33);
    }
}
