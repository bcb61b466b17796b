using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Tests.Features;

/// <summary>A small table of every type, its schema, and learners of every need.</summary>
internal static class FeatureTables
{
    internal const int Rows = 400;

    internal static LearnerInfo Boosting { get; } = Learner([ColumnType.Number, ColumnType.Category], takesMissing: true, wantsScaling: false);

    internal static LearnerInfo NumberTrees { get; } = Learner([ColumnType.Number], takesMissing: true, wantsScaling: false);

    internal static LearnerInfo FilledTrees { get; } = Learner([ColumnType.Number], takesMissing: false, wantsScaling: false);

    internal static LearnerInfo Sums { get; } = Learner([ColumnType.Number], takesMissing: false, wantsScaling: true);

    internal static LearnerInfo FilledCategories { get; } = Learner([ColumnType.Number, ColumnType.Category], takesMissing: false, wantsScaling: false);

    internal static LearnerInfo Learner(ColumnType[] takes, bool takesMissing, bool wantsScaling) => new()
    {
        Name = "any",
        Title = "Any",
        Tasks = [LearningTask.Classification, LearningTask.Regression],
        Takes = takes,
        TakesMissing = takesMissing,
        WantsScaling = wantsScaling,
        Source = "none",
    };

    internal static Table Table(int rows = Rows)
    {
        var age = new double[rows];
        var fixedNumber = new double[rows];
        var plan = new string?[rows];
        var answer = new string?[rows];
        var shop = new string?[rows];
        var since = new long[rows];
        var note = new string?[rows];
        for (var row = 0; row < rows; row++)
        {
            age[row] = row % 7 == 3 ? double.NaN : 20 + (row * 13 % 50);
            fixedNumber[row] = 4;
            plan[row] = row % 11 == 5 ? null : $"plan {row % 4}";
            answer[row] = row % 3 == 0 ? "yes" : "no";
            shop[row] = $"shop {row * 31 % 90}";
            since[row] = row % 13 == 2 ? TimeColumn.Missing : new DateTime(2020, 1, 1).AddHours(row * 370).Ticks;
            note[row] = row % 17 == 4 ? null : row % 2 == 0 ? $"Paid late, fee {row % 5}" : "paid in time and in full";
        }

        return new(
        [
            new NumberColumn("age", age),
            new NumberColumn("fixed", fixedNumber),
            CategoryColumn.FromTexts("plan", plan),
            CategoryColumn.FromTexts("answer", answer),
            CategoryColumn.FromTexts("shop", shop),
            new TimeColumn("since", since),
            new TextColumn("note", note),
        ]);
    }

    /// <summary>The target is 1 or 0 by the answer, with a little of the row in it.</summary>
    internal static NumberColumn Target(int rows = Rows)
    {
        var values = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            values[row] = (row % 3 == 0 ? 1 : 0) + (row % 10 / 10.0);
        }

        return new("amount", values);
    }

    internal static Schema Schema(Table rows, ColumnSpec? target = null) => new(
    [
        .. rows.Columns.Select(column => new ColumnSpec(column.Name, column.Type) { Levels = column is CategoryColumn category ? category.Levels : [] }),
        target ?? new("amount", ColumnType.Number, ColumnRole.Target),
    ]);
}
