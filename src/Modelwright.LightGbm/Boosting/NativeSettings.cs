using System.Globalization;
using System.Text;
using Modelwright.Core.Learning;

namespace Modelwright.LightGbm.Boosting;

/// <summary>Turns a setting into the native library's "name=value" texts.</summary>
internal static class NativeSettings
{
    /// <summary>What decides the bins; everything else may change while the binned rows stay.</summary>
    /// <param name="maxBin">Most bins a column.</param>
    /// <param name="categories">0-based positions of category columns.</param>
    /// <param name="threads">Threads to use.</param>
    /// <remarks>
    /// Histograms are made column by column, so a sum is always made by one thread in row order and no figure depends on
    /// the number of threads. Sparse storage is off because its shared histograms are cut by threads.
    /// </remarks>
    internal static string ForBins(int maxBin, IReadOnlyList<int> categories, int threads)
    {
        var text = Common(threads)
            .Append(CultureInfo.InvariantCulture, $" max_bin={maxBin} is_enable_sparse=false enable_bundle=true feature_pre_filter=false pre_partition=false");
        return categories.Count == 0
            ? text.ToString()
            : text.Append(" categorical_feature=").AppendJoin(',', categories).ToString();
    }

    /// <summary>Everything a booster must be told.</summary>
    /// <param name="values">The setting, checked.</param>
    /// <param name="loss">What to make small.</param>
    /// <param name="classes">Number of classes; 1 for regression.</param>
    /// <param name="rows">Training rows, to see whether a share of them is still a row.</param>
    /// <param name="bins">What <see cref="ForBins"/> gave; the library wants to hear it again.</param>
    /// <param name="seed">Origin of chance.</param>
    internal static string ForBooster(ParameterValues values, BoostingLoss loss, int classes, int rows, string bins, int seed)
    {
        var text = new StringBuilder(bins);
        Objective(text, loss, classes);
        Set(text, "learning_rate", values.Number(BoostingParameters.LearningRate));
        Set(text, "num_leaves", values.Number(BoostingParameters.Leaves));
        Set(text, "max_depth", values.Integer(BoostingParameters.MaxDepth) is > 0 and var depth ? depth : -1);
        Set(text, "min_data_in_leaf", values.Number(BoostingParameters.MinSamplesLeaf));
        Set(text, "feature_fraction", values.Number(BoostingParameters.FeatureShare));
        Set(text, "lambda_l1", values.Number(BoostingParameters.AbsolutePenalty));
        Set(text, "lambda_l2", values.Number(BoostingParameters.SquaredPenalty));
        Set(text, "min_gain_to_split", values.Number(BoostingParameters.MinGain));
        Set(text, "path_smooth", values.Number(BoostingParameters.PathSmoothing));
        Set(text, "cat_smooth", values.Number(BoostingParameters.CategorySmoothing));
        Set(text, "cat_l2", values.Number(BoostingParameters.CategoryPenalty));
        Set(text, "max_cat_to_onehot", values.Number(BoostingParameters.MaxCategoriesOneHot));
        Set(text, "min_data_per_group", values.Number(BoostingParameters.MinSamplesCategory));
        text.Append(values.Choice(BoostingParameters.ExtraTrees) == BoostingParameters.Yes ? " extra_trees=true" : " extra_trees=false");
        DrawRows(text, values.Number(BoostingParameters.RowShare), rows);
        Set(text, "seed", seed & int.MaxValue);
        return text.ToString();
    }

    /// <summary>What both need: silent, the same at every run, and with bounded memory for histograms.</summary>
    private static StringBuilder Common(int threads) => new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"num_threads={threads} verbosity=-1 deterministic=true force_col_wise=true histogram_pool_size=256 metric=none");

    private static void Objective(StringBuilder text, BoostingLoss loss, int classes)
    {
        text.Append(" objective=").Append(loss switch
        {
            BoostingLoss.Squared => "regression",
            BoostingLoss.Absolute => "regression_l1",
            BoostingLoss.Huber => "huber",
            BoostingLoss.TwoClasses => "binary",
            _ => "multiclass",
        });
        if (loss == BoostingLoss.ManyClasses)
        {
            Set(text, "num_class", classes);
        }
    }

    private static void DrawRows(StringBuilder text, double share, int rows)
    {
        const int FewestDrawn = 2;
        if (share < 1 && rows * share >= FewestDrawn)
        {
            Set(text, "bagging_fraction", share);
            Set(text, "bagging_freq", 1);
        }
    }

    private static void Set(StringBuilder text, string name, double value) =>
        text.Append(' ').Append(name).Append('=').Append(value.ToString("R", CultureInfo.InvariantCulture));
}
