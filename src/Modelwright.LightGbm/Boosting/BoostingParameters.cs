using Modelwright.Core.Learning;

namespace Modelwright.LightGbm.Boosting;

/// <summary>What can be set, with the field's words; LightGBM's own name stands in each meaning.</summary>
internal static class BoostingParameters
{
    internal const string Yes = "yes";

    internal static readonly ParameterSpec LearningRate = ParameterSpec.Number(
        "learning_rate", (0.001, 1), 0.05, "How far each round goes; lower values learn slower but steadier and want more rounds.", isLogarithmic: true);

    internal static readonly ParameterSpec Rounds = ParameterSpec.Integer(
        "rounds", (1, 10_000), 200, "Most rounds of boosting (num_iterations); with validation rows it stops earlier.", isLogarithmic: true);

    internal static readonly ParameterSpec Patience = ParameterSpec.Integer(
        "patience", (1, 2_000), 60, "Rounds without a better validation loss before it stops (early_stopping_round); unused without validation rows.", isLogarithmic: true) with { IsLimit = true };

    internal static readonly ParameterSpec Leaves = ParameterSpec.Integer(
        "leaves", (2, 1_024), 31, "Most leaves of a tree (num_leaves); more can learn finer rules and overfit small data.", isLogarithmic: true);

    internal static readonly ParameterSpec MaxDepth = ParameterSpec.Integer(
        "max_depth", (0, 64), 0, "Deepest level of a leaf (max_depth); 0 means no limit.");

    internal static readonly ParameterSpec MinSamplesLeaf = ParameterSpec.Integer(
        "min_samples_leaf", (1, 5_000), 20, "Fewest rows of a leaf (min_data_in_leaf); raise it for noisy data.", isLogarithmic: true);

    internal static readonly ParameterSpec FeatureShare = ParameterSpec.Number(
        "feature_share", (0.05, 1), 0.8, "Share of the columns that each tree may use (feature_fraction); lower values make trees differ more.");

    internal static readonly ParameterSpec RowShare = ParameterSpec.Number(
        "row_share", (0.1, 1), 0.9, "Share of the rows that each tree learns from (bagging_fraction, drawn each round).");

    internal static readonly ParameterSpec AbsolutePenalty = ParameterSpec.Number(
        "l1", (0, 100), 0, "Penalty on the size of leaf values (lambda_l1); higher values give simpler trees.");

    internal static readonly ParameterSpec SquaredPenalty = ParameterSpec.Number(
        "l2", (0, 100), 1, "Penalty on the squared size of leaf values (lambda_l2); higher values give calmer trees.");

    internal static readonly ParameterSpec MinGain = ParameterSpec.Number(
        "min_gain", (0, 100), 0, "Smallest gain that is worth a split (min_gain_to_split).");

    internal static readonly ParameterSpec PathSmoothing = ParameterSpec.Number(
        "path_smoothing", (0, 1_000), 0, "Pulls leaves of few rows towards the node above (path_smooth); 0 means not at all.");

    internal static readonly ParameterSpec MaxBin = ParameterSpec.Integer(
        "max_bin", (2, 1_023), 255, "Most different values of a column that are told apart (max_bin); fewer are faster and coarser.", isLogarithmic: true);

    internal static readonly ParameterSpec ExtraTrees = ParameterSpec.Choice(
        "extra_trees", ["no", Yes], "Whether each split tries one random threshold a column (extra_trees); faster, and calmer on noisy data.");

    internal static readonly ParameterSpec CategorySmoothing = ParameterSpec.Number(
        "category_smoothing", (0, 1_000), 10, "Calms the order of levels with few rows (cat_smooth); raise it for many rare levels.");

    internal static readonly ParameterSpec CategoryPenalty = ParameterSpec.Number(
        "category_l2", (0, 1_000), 10, "Penalty added for splits on categories (cat_l2); raise it where categories overfit.");

    internal static readonly ParameterSpec MaxCategoriesOneHot = ParameterSpec.Integer(
        "max_categories_onehot", (1, 256), 4, "Columns of at most so many levels are split one level against the rest (max_cat_to_onehot).", isLogarithmic: true);

    internal static readonly ParameterSpec MinSamplesCategory = ParameterSpec.Integer(
        "min_samples_category", (1, 5_000), 100, "Fewest rows of a group of levels (min_data_per_group); raise it for many rare levels.", isLogarithmic: true);

    internal static readonly ParameterSpec Loss = ParameterSpec.Choice(
        "loss", ["squared", "absolute", "huber"], "What regression makes small: squared error, absolute error, or huber between them; unused for classes.");

    internal static readonly IReadOnlyList<ParameterSpec> All =
    [
        LearningRate, Rounds, Patience, Leaves, MaxDepth, MinSamplesLeaf, FeatureShare, RowShare, AbsolutePenalty, SquaredPenalty, MinGain,
        PathSmoothing, MaxBin, ExtraTrees, CategorySmoothing, CategoryPenalty, MaxCategoriesOneHot, MinSamplesCategory, Loss,
    ];
}
