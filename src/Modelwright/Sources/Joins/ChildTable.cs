using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Sources.Joins;

/// <summary>Puts what another table says of each row beside it, never with anything that was known only at the row's own time or later.</summary>
/// <param name="join">What belongs together.</param>
/// <param name="parent">The rows.</param>
/// <param name="child">The other rows.</param>
/// <param name="parentTime">The column of the parent that says when each row stands; null means its only column of times.</param>
internal sealed class ChildTable(ChildJoin join, Table parent, Table child, string? parentTime)
{
    private readonly TimeColumn? _parentTime = TimeOf(parent, parentTime, $"the rows to which '{join}' is joined", "name it by JoinTime (--time)");
    private readonly TimeColumn? _childTime = TimeOf(child, join.Time, $"'{join.Name}'", $"name it behind the key: {join.Name}:{join.Key}@TIME");

    /// <summary>What a person should know.</summary>
    internal List<string> Notes { get; } = [];

    internal Table Join(CancellationToken cancellation)
    {
        var cuts = _parentTime is not null && _childTime is not null ? Ticks(_parentTime) : null;
        var times = _childTime is null ? null : Ticks(_childTime);
        if (cuts is not null)
        {
            // A row without a time may be of any time, so it counts for none.
            times.AsSpan().Replace(TimeColumn.Missing, long.MaxValue);
        }

        var groups = ChildGroups.Of(parent[join.ParentKey], child[join.Key], cuts, times);
        IChildSummary[] summaries = [new CountSummary(join.Name, parent.RowCount), .. child.Columns.Where(column => column.Name != join.Key).Select(column => Summary(column, cuts)).OfType<IChildSummary>()];
        Run(groups, summaries, cuts, times, cancellation);
        Note(groups, cuts);
        return new([.. parent.Columns, .. summaries.SelectMany(summary => summary.Build())], parent.RowCount);
    }

    private IChildSummary? Summary(Column column, long[]? cuts)
    {
        var name = $"{join.Name}.{column.Name}";
        switch (column)
        {
            case NumberColumn numbers:
                return new NumberSummary(name, numbers.Values, parent.RowCount, _childTime is not null);
            case CategoryColumn levels:
                return new LevelSummary(name, levels, parent.RowCount);
            case TimeColumn times when cuts is null || column == _childTime:
                return new TimeSummary(name, times.Values, parent.RowCount, cuts);
            case TimeColumn:
                Notes.Add($"{join}: column '{column.Name}' was left out, as its times may lie after those of '{_childTime!.Name}'.");
                return null;
            default:
                Notes.Add($"{join}: column '{column.Name}' is free text and was left out.");
                return null;
        }
    }

    // Rows of the parent come by group and time, so each row of the other table is taken once a group.
    private static void Run(ChildGroups groups, IChildSummary[] summaries, long[]? cuts, long[]? times, CancellationToken cancellation)
    {
        var (held, taken) = (-1, 0);
        foreach (var row in groups.Parents)
        {
            var group = groups.GroupOf[row];
            if (group < 0)
            {
                Array.ForEach(summaries, summary => summary.Begin());
            }
            else
            {
                if (group != held)
                {
                    cancellation.ThrowIfCancellationRequested();
                    (held, taken) = (group, 0);
                    Array.ForEach(summaries, summary => summary.Begin());
                }

                var rows = groups[group];
                for (; taken < rows.Length && (cuts is null || times![rows[taken]] < cuts[row]); taken++)
                {
                    foreach (var summary in summaries)
                    {
                        summary.Take(rows[taken]);
                    }
                }
            }

            foreach (var summary in summaries)
            {
                summary.Write(row);
            }
        }
    }

    private void Note(ChildGroups groups, long[]? cuts)
    {
        var joined = child.RowCount - groups.WithoutKey - groups.WithoutParent;
        Notes.Insert(0, $"{join}: {joined} of {child.RowCount} rows belong to a row here{(groups.WithoutKey > 0 ? $"; {groups.WithoutKey} have no key" : "")}.");
        if (cuts is not null)
        {
            Notes.Insert(1, $"{join}: only rows with '{_childTime!.Name}' before '{_parentTime!.Name}' count.");
        }
        else if (_parentTime is not null)
        {
            Notes.Insert(1, $"{join}: it has no column of times, so all its rows count. Make sure that they were known at '{_parentTime.Name}'.");
        }
    }

    private static TimeColumn? TimeOf(Table table, string? name, string where, string remedy)
    {
        if (name is not null)
        {
            return table[name] as TimeColumn
                ?? throw new DataException($"Column '{name}' of {where} holds no times, but {table[name].Type.ToString().ToLowerInvariant()} values. Write its times as 2026-01-31 or 2026-01-31T10:00:00, or name another column.");
        }

        TimeColumn[] times = [.. table.Columns.OfType<TimeColumn>()];
        return times.Length <= 1
            ? times.FirstOrDefault()
            : throw new DataException($"There are {times.Length} columns of times in {where}: {string.Join(", ", times.Select(time => $"'{time.Name}'"))}. So that nothing is used before it was known, say which one counts: {remedy}.");
    }

    private static long[] Ticks(TimeColumn column)
    {
        var ticks = new long[column.RowCount];
        column.Values.CopyTo(ticks);
        return ticks;
    }
}
