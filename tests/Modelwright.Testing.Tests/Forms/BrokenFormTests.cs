using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Contributions;
using Modelwright.Testing.Forms;

namespace Modelwright.Testing.Tests.Forms;

/// <summary>A form that breaks one promise fails the check of that promise.</summary>
public sealed class BrokenFormTests
{
    private static readonly Table Rows = new(
    [
        new NumberColumn("size", [12, double.NaN, 13, -0.0, 1e300, -1e300, 5]),
        new NumberColumn("age", [0, 1, 2, 3, double.NaN, 5, 6]),
    ]);

    [Theory]
    [InlineData("again", "SaveTwice_SameBytes")]
    [InlineData("resaved", "SaveLoadSave_SameBytes")]
    [InlineData("rounded", "Load_SameBits SaveLoadSave_SameBytes")]
    [InlineData("renamed", "Load_SameInputs SaveLoadSave_SameBytes Load_SameBits")]
    [InlineData("unchecked", "Load_EachByteFlipped_IsRefusedOrAnswers Load_LyingCounts_AreRefusedWithinBoundedMemory Load_NumbersNotSound_AreRefusedOrAnswer")]
    [InlineData("crash", "Load_EachByteFlipped_IsRefusedOrAnswers Load_LyingCounts_AreRefusedWithinBoundedMemory")]
    [InlineData("infinite", "Predict_Answers_AreFiniteAndSharesSumToOne Load_SameBits")]
    [InlineData("batch", "Predict_OneByOne_SameBitsAsTogether Predict_ManyTimesTheRows_SameBits Predict_AnyNumberOfRows_SameBits")]
    [InlineData("order", "Predict_RowsInOtherOrder_SameBits")]
    [InlineData("lanes", "Predict_AnyNumberOfRows_SameBits")]
    [InlineData("size", "Info_Bytes_AsStored")]
    [InlineData("empty", "Predict_NoRows_NoAnswers")]
    [InlineData("place", "Predict_ColumnsInOtherOrderAndMore_SameBits")]
    [InlineData("threads", "Predict_FromManyThreads_SameBits")]
    [InlineData("absent", "Predict_ColumnsAbsent_SaysAll")]
    [InlineData("explained", "Explain_BaseAndContributions_AddUpToTheAnswer")]
    [InlineData("explained_batch", "Explain_OneByOne_SameBitsAsTogether")]
    [InlineData("explained_none", "Explain_NoRows_Nothing")]
    [InlineData("length", "Predict_OutputOfOtherLength_IsRefused")]
    public void Checks_BrokenPromise_FailThatCheckAlone(string broken, string expected)
    {
        var form = new WeightsForm(broken, [0.5, -2], ["size", "age"]);
        Suite.Fails("Form", FormSuite.Checks(new(form, Rows), Catalog(broken)), expected);
    }

    [Fact]
    public void Checks_SoundForm_Hold() =>
        Suite.Holds(FormSuite.Checks(new(new WeightsForm("nothing", [0.5, -2], ["size", "age"]), Rows), Catalog("nothing")));

    private static FormCatalog Catalog(string broken) => new(new FormReader("weights", 1, (reader, _) => WeightsForm.Read(reader, broken)));

    /// <summary>The sum of columns by their weights, a missing value as 0, kept within a million; but for one promise.</summary>
    private sealed class WeightsForm(string broken, double[] weights, IReadOnlyList<string> names) : IForm, IPredictsNumbers, IExplains
    {
        private const double Bound = 1e6;
        private int _writes;
        private int _inside;
        private bool _isLoaded;

        public FormInfo Info { get; } = new("weights", 1, [.. names.Select(name => new FormInput(name, ColumnType.Number, []))]) { Bytes = broken == "size" ? 1 << 20 : 0 };

        public static WeightsForm Read(IArtifactReader reader, string broken)
        {
            var weights = reader.Numbers("weights");
            var names = reader.Texts("names");
            if (broken == "crash" && names[0] != "size")
            {
                throw new InvalidOperationException("no size");
            }

            if (broken != "unchecked" && (weights.Length != names.Count || !Array.TrueForAll(weights, double.IsFinite) || names.Count == 0 || names.Distinct().Count() != names.Count))
            {
                throw new ArtifactException("Form 'weights' does not have one finite weight a column. Make the file again.");
            }

            return new(broken, broken == "rounded" ? [.. weights.Select(weight => Math.Round(weight))] : weights, broken == "renamed" ? [.. names.Reverse()] : names) { _isLoaded = true };
        }

        public void Write(IArtifactWriter writer)
        {
            writer.Numbers("weights", weights);
            if (broken == "again")
            {
                writer.Integer("writes", _writes++);
            }

            writer.Texts("names", broken == "resaved" && _isLoaded ? [.. names, "more"] : names);
        }

        // Answers broken on purpose are not those that are explained.
        public string? Unexplained => broken == "nothing" || broken.StartsWith("explained", StringComparison.Ordinal) ? null : "It is broken.";

        public double[] Base(ContributionScale scale) => [0];

        public void Explain(Table rows, ContributionScale scale, Span<double> output)
        {
            if (broken == "explained_none" && rows.RowCount == 0)
            {
                throw new InvalidOperationException("no rows");
            }

            var columns = Columns(rows);
            for (var place = 0; place < output.Length; place++)
            {
                var value = columns[place % columns.Length].Values.At(place / columns.Length);
                output[place] = double.IsNaN(value) ? 0 : weights[place % columns.Length] * Math.Clamp(value, -Bound, Bound);
                output[place] += broken switch
                {
                    "explained" => 0.01,
                    "explained_batch" => rows.RowCount > 1 ? 1e-15 : 0,
                    _ => 0,
                };
            }
        }

        public void Predict(Table rows, Span<double> output)
        {
            if (broken == "empty" && rows.RowCount == 0)
            {
                throw new InvalidOperationException("no rows");
            }

            if (broken != "length" && output.Length != rows.RowCount)
            {
                throw new ArgumentException($"Give {rows.RowCount} places for answers, not {output.Length}.", nameof(output));
            }

            var others = broken == "threads" ? Interlocked.Increment(ref _inside) - 1 : 0;
            Thread.Sleep(broken == "threads" ? 2 : 0);
            var columns = Columns(rows);
            for (var row = 0; row < rows.RowCount; row++)
            {
                output[row] = Changed(Answer(columns, row) + others, row, rows);
            }

            Interlocked.Add(ref _inside, broken == "threads" ? -1 : 0);
        }

        private double Answer(NumberColumn[] columns, int row)
        {
            var sum = 0.0;
            for (var column = 0; column < columns.Length && column < weights.Length; column++)
            {
                var value = columns[column].Values.At(row);
                sum += double.IsNaN(value) ? 0 : weights[column] * Math.Clamp(value, -Bound, Bound);
            }

            return broken == "unchecked" ? sum : Math.Clamp(sum, -Bound, Bound);
        }

        private double Changed(double answer, int row, Table rows) => broken switch
        {
            "infinite" => answer > 1000 && !_isLoaded ? double.NaN : answer,
            "lanes" => answer + (rows.RowCount % 4 == 3 && rows.RowCount > 7 && row == rows.RowCount - 1 ? 1e-9 : 0),
            "batch" => answer + rows.RowCount,
            "order" => answer + (rows.RowCount == Rows.RowCount && row == 0 && rows["age"].Format(0) != "0" ? 1 : 0),
            _ => answer,
        };

        private NumberColumn[] Columns(Table rows)
        {
            if (broken == "place" && rows.Columns.OfType<NumberColumn>().Take(2).ToArray() is { Length: 2 } first)
            {
                return first;
            }

            string[] absent = [.. names.Where(name => !rows.TryGet(name, out var column) || column.Type != ColumnType.Number)];
            return absent.Length == 0
                ? [.. names.Select(name => (NumberColumn)rows[name])]
                : throw new DataException($"Columns are absent: {string.Join(", ", (broken == "absent" ? absent[..1] : absent).Select(name => $"'{name}'"))}. Give them as numbers.");
        }
    }
}
