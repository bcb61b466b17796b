using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Explain.Counterfactuals;

/// <summary>
/// Looks for the smallest changes of a row that change its answer: fewest columns first, then least change in robust units. One column is
/// tried in full; more by a beam of the sets that come nearest to the goal. Values are those that training rows had, by the package's
/// statistics. What is found is brought as near to the row as the goal allows, rounded, and asked of the model again.
/// </summary>
public sealed class CounterfactualSearch
{
    /// <summary>Sets of columns that are taken on to one column more.</summary>
    private const int Beam = 30;
    private const int Halvings = 30;

    /// <summary>What a rounder number may cost in size.</summary>
    private const double RoundingCost = 1.1;
    private const int MostDigits = 6;

    private readonly Package _package;
    private readonly CounterfactualOptions _options;
    private readonly Goal _goal;
    private readonly ColumnWords _words;

    /// <summary>Prepares a search.</summary>
    /// <param name="package">The model.</param>
    /// <param name="goal">The answer that is wanted.</param>
    /// <param name="options">What may change; null means all.</param>
    /// <exception cref="OptionsException">A column is not read by the model, is both mutable and fixed, or a number is out of range; the text lists all.</exception>
    public CounterfactualSearch(Package package, Goal goal, CounterfactualOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(goal);
        (_package, _goal, _options, _words) = (package, goal, options ?? new(), new(package));
        string[] read = [.. package.Model.Form.Info.Inputs.Select(input => input.Name)];
        string[] faults =
        [
            .. _options.Mutable.Concat(_options.Fixed).Distinct(StringComparer.Ordinal).Where(name => !read.Contains(name))
                .Select(name => $"The model does not read column '{name}', so it changes nothing.{NearestName.Suggest(name, read)} It reads: {string.Join(", ", read)}."),
            .. _options.Mutable.Intersect(_options.Fixed, StringComparer.Ordinal).Select(name => $"Column '{name}' is both mutable and fixed. Keep one of the two."),
            .. _options.MostColumns is < 1 or > 5 || _options.MostAnswers < 1 ? [$"1 to 5 columns may change together and 1 answer or more be told; got {_options.MostColumns} and {_options.MostAnswers}. Leave the options out for 3 and 3."] : Array.Empty<string>(),
        ];
        if (faults.Length > 0)
        {
            throw new OptionsException(string.Join('\n', faults));
        }
    }

    /// <summary>Searches for one row.</summary>
    /// <param name="rows">Admitted rows, as <see cref="Explanations.Rows"/> has them.</param>
    /// <param name="row">0-based row.</param>
    /// <param name="cancellation">Asks to end.</param>
    /// <returns>The smallest changes first, each of other columns; one without changes where the row is answered so already; none where nothing was found.</returns>
    public IReadOnlyList<Counterfactual> Find(Table rows, int row, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var own = rows.Take([row]);
        var columns = Mutable(own);
        var start = Judge(own, columns, [ChangeSet.None], cancellation)[0];
        if (start.Margin >= 0)
        {
            return [Told(own, columns, start, cancellation)];
        }

        ChangeSet[] beam = [start];
        for (var count = 1; count <= Math.Min(_options.MostColumns, columns.Length); count++)
        {
            var tried = Judge(own, columns, [.. beam.SelectMany(set => Extended(set, columns))], cancellation);
            var reached = tried.Where(set => set.Margin >= 0).ToArray();
            if (reached.Length > 0)
            {
                return
                [
                    .. reached.GroupBy(set => string.Join(',', set.Columns), StringComparer.Ordinal)
                        .Select(group => group.MinBy(set => set.Size(columns))!)
                        .OrderBy(set => set.Size(columns))
                        .Take(2 * _options.MostAnswers)
                        .Select(set => Nearer(own, columns, set, cancellation))
                        .OrderBy(set => set.Size(columns))
                        .Take(_options.MostAnswers)
                        .Select(set => Told(own, columns, set, cancellation)),
                ];
            }

            beam = [.. tried.OrderByDescending(set => set.Margin).DistinctBy(set => string.Join(',', set.Columns) + string.Join(',', set.Values), StringComparer.Ordinal).Take(Beam)];
        }

        return [];
    }

    private MutableColumn[] Mutable(Table own)
    {
        var statistics = _package.Baseline.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        return
        [
            .. _package.Model.Schema.Features.Select(spec => spec.Name)
                .Where(name => _package.Model.Form.Info.Inputs.Any(input => input.Name == name))
                .Where(name => (_options.Mutable.Count == 0 || _options.Mutable.Contains(name)) && !_options.Fixed.Contains(name))
                .Select(name => MutableColumn.Of(own[name], statistics.GetValueOrDefault(name)))
                .OfType<MutableColumn>(),
        ];
    }

    private static IEnumerable<ChangeSet> Extended(ChangeSet set, MutableColumn[] columns) =>
        from column in Enumerable.Range(0, columns.Length)
        where !set.Columns.Contains(column)
        from value in columns[column].Values
        where value != columns[column].Own
        select set.With(column, value);

    /// <summary>Asks the model how far each set is beyond the goal.</summary>
    private ChangeSet[] Judge(Table own, MutableColumn[] columns, ChangeSet[] sets, CancellationToken cancellation)
    {
        var answers = ModelAnswers.Of(_package.Model.Form, Rows(own, columns, sets), 1, cancellation);
        var width = answers.Length / Math.Max(1, sets.Length);
        return [.. sets.Select((set, place) => set with { Margin = _goal.Margin(answers.AsSpan(place * width, width)) })];
    }

    private static Table Rows(Table own, MutableColumn[] columns, ChangeSet[] sets)
    {
        var table = own.Take(new int[sets.Length]);
        for (var column = 0; column < columns.Length; column++)
        {
            if (Array.Exists(sets, set => set.Columns.Contains(column)))
            {
                table = table.With(columns[column].With([.. sets.Select(set => Array.IndexOf(set.Columns, column) is >= 0 and var place ? set.Values[place] : columns[column].Own)]));
            }
        }

        return table;
    }

    /// <summary>Brings numbers as near to the row as the goal allows, one column after another, then to rounder numbers.</summary>
    private ChangeSet Nearer(Table own, MutableColumn[] columns, ChangeSet set, CancellationToken cancellation)
    {
        for (var place = 0; place < set.Columns.Length; place++)
        {
            var column = columns[set.Columns[place]];
            if (column.IsLevels || double.IsNaN(column.Own))
            {
                continue;
            }

            var (near, far) = (column.Own, set.Values[place]);
            for (var halving = 0; halving < Halvings; halving++)
            {
                var middle = near + ((far - near) / 2);
                (near, far) = Reaches(set.At(place, middle)) ? (near, middle) : (middle, far);
            }

            set = Rounder(set.At(place, far), place, column, set.Values[place]);
        }

        return set;

        bool Reaches(ChangeSet changed) => Judge(own, columns, [changed], cancellation)[0].Margin >= 0;

        ChangeSet Rounder(ChangeSet changed, int place, MutableColumn column, double known)
        {
            var (value, size) = (changed.Values[place], column.Size(changed.Values[place]));
            for (var digits = 1; digits <= MostDigits; digits++)
            {
                var rounded = Away(value, column.Own, digits, column.IsWhole);
                var isWithin = (rounded <= Math.Max(known, column.Own) && rounded >= Math.Min(known, column.Own)) || column.Values.Contains(rounded);
                if (isWithin && column.Size(rounded) <= RoundingCost * size && Reaches(changed.At(place, rounded)))
                {
                    return changed.At(place, rounded);
                }
            }

            // The border that was found first reaches the goal for certain.
            var whole = column.IsWhole ? Away(value, column.Own, 15, isWhole: true) : value;
            return Reaches(changed.At(place, whole)) ? changed.At(place, whole) : changed.At(place, known);
        }
    }

    /// <summary>The next number of so many digits on the far side of another.</summary>
    private static double Away(double value, double from, int digits, bool isWhole)
    {
        if (value == 0)
        {
            return 0;
        }

        var step = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) + 1 - digits);
        step = isWhole ? Math.Max(1, step) : step;
        var rounded = (value > from ? Math.Ceiling(value / step) : Math.Floor(value / step)) * step;
        return double.IsFinite(rounded) ? (double)(decimal)Math.Clamp(rounded, -1e27, 1e27) : value;
    }

    private Counterfactual Told(Table own, MutableColumn[] columns, ChangeSet set, CancellationToken cancellation)
    {
        var table = Rows(own, columns, [set]);
        var answer = ModelAnswers.Of(_package.Model.Form, table, 1, cancellation);
        Change[] changes =
        [
            .. set.Columns.Select((column, place) => new Change(
                columns[column].Column.Name, _words.Value(own[columns[column].Column.Name], 0), _words.Value(table[columns[column].Column.Name], 0)!, columns[column].Size(set.Values[place]))),
        ];
        var result = _package.Model.Form is IPredictsClasses ? _goal.Text : ColumnWords.Number(answer[0]);
        var sentence = changes.Length == 0
            ? $"{result} already, without any change"
            : $"{result} if {string.Join(" and ", changes.Select(change => $"{change.Column} were {change.To}"))}";
        return new(changes, answer, set.Size(columns), sentence);
    }
}
