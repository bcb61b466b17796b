using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Steps.Fitting;

namespace Modelwright.Runtime.Steps.Lists;

/// <summary>Makes numbers of a list in a cell: how many items it has, 'tags:items', and which of the most frequent ones, 'tags=red'.</summary>
/// <remarks>
/// Items are cut at the separator, white space around them taken off, empty ones left out; case matters. With "json" a cell is a JSON
/// array, of which an item that is no text counts as written; a cell that is no such array is one item as it stands.
/// 'tags:other_items' counts the items without a column of their own, where training had any; items that were not seen in training
/// count there too. A missing cell is missing in the counts and 0 in the others.
/// </remarks>
public sealed record ListItems : IStep
{
    internal const string StepName = "lists";

    /// <summary>Columns for items that can be read back at most.</summary>
    private const int MostItems = 10_000;

    /// <summary>Text or category columns; null means all.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>What stands between items: one character, or "json".</summary>
    public string Separator { get; init; } = ",";

    /// <summary>Items with a column of their own at most, 0 to 10,000; the most frequent have one, of equals the first by name.</summary>
    public int MaxItems { get; init; } = 30;

    /// <summary>Training rows that an item must stand in for a column of its own; 1 or more.</summary>
    public int MinCount { get; init; } = 3;

    /// <inheritdoc/>
    public string Name => StepName;

    /// <inheritdoc/>
    /// <exception cref="OptionsException">A setting is out of range.</exception>
    public StepFit Fit(StepInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        StepOptions.CheckRange(StepName, (nameof(MaxItems), MaxItems, 0, MostItems), (nameof(MinCount), MinCount, 1, int.MaxValue));
        CheckSeparator(Separator);
        return StepColumns.FitAndApply(StepName, input, Columns, [ColumnType.Text, ColumnType.Category], keepsInputs: false, (column, names) =>
        {
            var (items, hasOthers) = FrequentItems.Of(column, this, input.Cancellation);
            var outputs = items.ConvertAll(item => names.Take($"{column.Name}={item}"));
            outputs.Insert(0, names.Take($"{column.Name}:items"));
            if (hasOthers)
            {
                outputs.Add(names.Take($"{column.Name}:other_items"));
            }

            return new ItemColumn(column.Name, column.Type, outputs, items, Separator);
        });
    }

    /// <summary>Cuts one cell as the step does.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="separator">One character, or "json".</param>
    /// <exception cref="OptionsException">The separator is neither.</exception>
    /// <returns>The items in their order, white space around them taken off, empty ones left out; one may be there twice.</returns>
    public static IReadOnlyList<string> Cut(string cell, string separator)
    {
        ArgumentNullException.ThrowIfNull(cell);
        CheckSeparator(separator);
        var cutter = new ItemCutter(separator);
        var items = new List<string>();
        cutter.Start(cell);
        while (cutter.Next(out var item))
        {
            items.Add(item.ToString());
        }

        return items;
    }

    private static void CheckSeparator(string separator)
    {
        if (!ItemCutter.Knows(separator))
        {
            throw new OptionsException($"Separator of step '{StepName}' must be one character or 'json'. Got '{separator}'. Change it, or leave it out for a comma.");
        }
    }

    internal static IFittedStep Read(IArtifactReader reader) => FittedColumnStep.Read(reader, StepName, (input, outputs, part) =>
    {
        var items = part.Texts("items");
        var separator = part.Text("separator") ?? "";
        if (items.Count > MostItems || !ItemCutter.Knows(separator) || items.Distinct(StringComparer.Ordinal).Count() != items.Count || outputs.Count - items.Count is not (1 or 2))
        {
            throw new ArtifactException($"Step '{StepName}' holds {items.Count} items and {outputs.Count} columns for column '{input}' that do not go together. Make the file again.");
        }

        return new ItemColumn(input, part.Flag("text") ? ColumnType.Text : ColumnType.Category, outputs, items, separator);
    });

    /// <summary>The count of items, then a column an item, then the count of others where there is one.</summary>
    private sealed class ItemColumn(string input, ColumnType inputType, IReadOnlyList<string> outputs, IReadOnlyList<string> items, string separator)
        : FittedColumn(input, inputType, Features(input, ColumnType.Number, outputs))
    {
        private readonly Dictionary<string, int> _places = items.Select((item, place) => (item, place)).ToDictionary(pair => pair.item, pair => pair.place, StringComparer.Ordinal);

        internal override void Apply(Column column, Span<Column> made)
        {
            var numbers = new NumberBlocks(made.Length, column.RowCount);
            var places = _places.GetAlternateLookup<ReadOnlySpan<char>>();
            var cutter = new ItemCutter(separator);
            for (var row = 0; row < column.RowCount; row++)
            {
                var (block, place) = (row / Blocks<double>.Size, row % Blocks<double>.Size);
                var (count, others) = (double.NaN, double.NaN);
                if (column.Format(row) is { } text)
                {
                    (count, others) = (0, 0);
                    cutter.Start(text);
                    while (cutter.Next(out var item))
                    {
                        count++;
                        if (places.TryGetValue(item, out var known))
                        {
                            numbers[known + 1, block][place] = 1;
                        }
                        else
                        {
                            others++;
                        }
                    }
                }

                numbers[0, block][place] = count;
                if (made.Length > items.Count + 1)
                {
                    numbers[made.Length - 1, block][place] = others;
                }
            }

            numbers.Name(Outputs, made);
        }

        /// <summary>The count always stands first; items without a column are others, so with a count of these all items stay.</summary>
        protected override FittedColumn Trim(bool[] isWanted)
        {
            var countsOthers = isWanted.Length > items.Count + 1 && isWanted[^1];
            bool[] isKept = [.. isWanted.Select((wanted, output) => wanted || output == 0)];
            return countsOthers ? this : new ItemColumn(Input, InputType, Names(isKept), [.. items.Where((_, item) => isKept[item + 1])], separator);
        }

        internal override void Write(IArtifactWriter writer)
        {
            writer.Flag("text", InputType == ColumnType.Text);
            writer.Text("separator", separator);
            writer.Texts("items", items);
        }
    }
}
