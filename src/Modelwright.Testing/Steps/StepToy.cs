using Modelwright.Core.Data;

namespace Modelwright.Testing.Steps;

/// <summary>Tables of every column type with what is hard about each.</summary>
internal static class StepToy
{
    internal const string Marker = "plantedmarker";

    internal const int Rows = 120;

    internal static Table Training() => Table(Rows, marked: false);

    /// <summary>The training rows cut from a table whose other rows, and so its lists of levels, hold the marker.</summary>
    internal static Table TrainingOfMarked()
    {
        var rows = new int[Rows];
        for (var row = 0; row < Rows; row++)
        {
            rows[row] = row;
        }

        return Table(Rows + 30, marked: true).Take(rows);
    }

    /// <summary>Levels, words and times that the training rows never show.</summary>
    internal static Table Unseen() => new(
    [
        new NumberColumn("amount", [1e6, -1e6, double.PositiveInfinity]),
        new NumberColumn("Größe ✓", [0.5, double.NegativeInfinity, -0.0]),
        CategoryColumn.FromTexts("city", ["Atlantis", "", "Lyonesse"]),
        CategoryColumn.FromTexts("grade", ["z", "A", "ı"]),
        new TextColumn("note", ["entirely other words", "", "İI 漢字 \uD83D"]),
        new TimeColumn("when", [0, DateTime.MaxValue.Ticks, long.MaxValue]),
    ]);

    internal static Table AllMissing(int rows) => new(
    [
        new NumberColumn("amount", Filled(rows, double.NaN)),
        new NumberColumn("Größe ✓", Filled(rows, double.NaN)),
        new CategoryColumn("city", [], Filled(rows, CategoryColumn.Missing)),
        new CategoryColumn("grade", [], Filled(rows, CategoryColumn.Missing)),
        new TextColumn("note", Filled<string?>(rows, null)),
        new TimeColumn("when", Filled(rows, TimeColumn.Missing)),
    ]);

    /// <summary>Numbers at the ends of their range.</summary>
    internal static Table Extremes() => Training()
        .With(new NumberColumn("amount", Each(row => row % 2 == 0 ? 1e300 : -1e300, Rows)))
        .With(new NumberColumn("Größe ✓", Each(row => row % 3 == 0 ? 1e-300 : -0.0, Rows)));

    internal static Column Target(Table rows)
    {
        var values = Each(row => (row % 5) + (rows.TryGet("city", out var city) && city.Format(row) == "Rome" ? 3.0 : 0), rows.RowCount);
        return new NumberColumn("target", values);
    }

    private static Table Table(int rows, bool marked)
    {
        string[] cities = ["Rome", "Paris", "", "İzmir", "Iğdır", "Oslo"];
        string[] grades = ["a", "b"];
        string[] notes = ["Late fee paid, FEE late", "IN TIME, in full", "ısı ve İSİM", "2 fees; 30 days late!", ""];
        var day = new DateTime(2021, 3, 1).Ticks;
        bool IsMarked(int row) => marked && row >= Rows;
        return new(
        [
            new NumberColumn("amount", Each(row => IsMarked(row) ? 1e12 : row % 9 == 4 ? double.NaN : row * 37 % 101 / 3.0, rows)),
            new NumberColumn("Größe ✓", Each(row => IsMarked(row) ? -1e12 : (row % 4) - 0.0, rows)),
            CategoryColumn.FromTexts("city", Each(row => IsMarked(row) ? Marker : row % 10 == 3 ? null : cities[row * row % 31 % cities.Length], rows)),
            CategoryColumn.FromTexts("grade", Each(row => IsMarked(row) ? Marker : grades[row / 3 % 2], rows)),
            new TextColumn("note", Each(row => IsMarked(row) ? Marker : row % 8 == 5 ? null : notes[row % notes.Length], rows)),
            new TimeColumn("when", Each(row => IsMarked(row) ? 1 : row % 12 == 7 ? TimeColumn.Missing : day + (row * 31L * TimeSpan.TicksPerHour), rows)),
        ]);
    }

    private static T[] Each<T>(Func<int, T> value, int rows)
    {
        var values = new T[rows];
        for (var row = 0; row < rows; row++)
        {
            values[row] = value(row);
        }

        return values;
    }

    private static T[] Filled<T>(int rows, T value) => Each(_ => value, rows);
}
