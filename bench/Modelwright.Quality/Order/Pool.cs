using System.Text.Json;
using Modelwright.Core.Learning;

namespace Modelwright.Quality.Order;

/// <summary>The settings among which an order is looked for.</summary>
/// <param name="Learner">Whose.</param>
/// <param name="Name">The same for the same setting on every set.</param>
/// <param name="Values">The setting for a shape; null where the learner has none of that place there.</param>
internal sealed record Pool(ILearner Learner, string Name, Func<DataShape, ParameterValues?> Values)
{
    /// <summary>What LightGBM calls a setting, in our words.</summary>
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["learning_rate"] = "learning_rate", ["num_leaves"] = "leaves", ["feature_fraction"] = "feature_share", ["bagging_fraction"] = "row_share", ["min_data_in_leaf"] = "min_samples_leaf",
        ["lambda_l1"] = "l1", ["lambda_l2"] = "l2", ["extra_trees"] = "extra_trees", ["cat_smooth"] = "category_smoothing", ["cat_l2"] = "category_l2",
        ["max_cat_to_onehot"] = "max_categories_onehot", ["min_data_per_group"] = "min_samples_category",
    };

    /// <summary>All recommendations of learners, and the boosting settings of a file of others.</summary>
    /// <param name="learners">The learners.</param>
    /// <param name="most">Recommendations of a learner at most.</param>
    /// <param name="file">A file of settings that others learned; null for none.</param>
    public static IReadOnlyList<Pool> Of(IEnumerable<ILearner> learners, int most, string? file)
    {
        ILearner[] all = [.. learners];
        var pool = new List<Pool>();
        foreach (var learner in all)
        {
            pool.AddRange(Enumerable.Range(0, most).Select(place => new Pool(learner, $"recommended {place}", shape => learner.Recommend(shape).ElementAtOrDefault(place))));
        }

        if (file is not null && Array.Find(all, learner => learner.Info.Name == "lightgbm") is { } boosting)
        {
            pool.AddRange(FromFile(boosting, file));
        }

        return pool;
    }

    private static IEnumerable<Pool> FromFile(ILearner boosting, string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (var list in document.RootElement.EnumerateObject().Where(list => list.Value.ValueKind == JsonValueKind.Object))
        {
            foreach (var kind in list.Value.EnumerateObject().Where(kind => kind.Name.StartsWith("GBM", StringComparison.Ordinal)))
            {
                var place = 0;
                foreach (var setting in kind.Value.EnumerateArray())
                {
                    var copy = setting.Clone();
                    yield return new(boosting, $"{list.Name} {kind.Name} {place++}", shape => Read(boosting.Recommend(shape)[0], copy));
                }
            }
        }
    }

    // As many steps as the learner's own first setting makes, so that settings differ in what they say and not in how long they run.
    private static ParameterValues Read(ParameterValues first, JsonElement setting)
    {
        var rate = double.Parse(first.Texts["learning_rate"], System.Globalization.CultureInfo.InvariantCulture);
        var rounds = double.Parse(first.Texts["rounds"], System.Globalization.CultureInfo.InvariantCulture);
        var values = first.With("row_share", 1).With("l1", 0).With("l2", 0.1).With("feature_share", 1).With("leaves", 31);
        foreach (var part in setting.EnumerateObject().Where(part => Words.ContainsKey(part.Name)))
        {
            values = part.Value.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? values.With(Words[part.Name], part.Value.GetBoolean() ? "yes" : "no")
                : values.With(Words[part.Name], part.Value.GetDouble());
        }

        var own = double.Parse(values.Texts["learning_rate"], System.Globalization.CultureInfo.InvariantCulture);
        return values.With("rounds", Math.Min(10_000, Math.Round(rounds * rate / own))).With("patience", Math.Clamp((int)(3 / own), 20, 200));
    }
}
