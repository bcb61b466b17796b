using System.Globalization;
using System.Text.Json.Nodes;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Features;
using Modelwright.Learners;
using Modelwright.LightGbm;
using Modelwright.Quality.Runs;
using Modelwright.Quality.Sets;

namespace Modelwright.Quality.Ablation;

/// <summary>Compares the ways to make features, one at a time, out of fold inside the training rows.</summary>
internal static class AblateCommand
{
    /// <summary>Measures what is not there yet, and prints the table of all that is.</summary>
    /// <param name="options">The call.</param>
    /// <returns>0.</returns>
    public static async Task<int> RunAsync(Options options)
    {
        var catalog = new LearnerCatalog().AddBuiltIn().AddLightGbm();
        var learner = catalog.Get(options.Learners[0]);
        foreach (var set in DataSet.Read(options.Data, options.Sets))
        {
            foreach (var repeat in options.Repeats)
            {
                await OneAsync(options, set, repeat, (catalog, learner)).ConfigureAwait(false);
            }
        }

        Console.WriteLine(AblationTable.Of(options));
        return 0;
    }

    private static async Task OneAsync(Options options, DataSet set, int repeat, (LearnerCatalog All, ILearner One) learners)
    {
        var path = ResultFile.At(options.Out, set.Name, "ablate", $"{options.Learners[0]}.{options.Rows}", repeat);
        var result = (options.Fresh ? null : ResultFile.Read(path)) ?? new JsonObject { ["data"] = set.Name, ["variants"] = new JsonObject() };
        var variants = result["variants"]!.AsObject();
        AblatedSet? rows = null;
        foreach (var variant in FeatureVariant.All.Where(variant => options.Variants.Length == 0 || options.Variants.Contains(variant.Name)))
        {
            if (variants.ContainsKey(variant.Name))
            {
                continue;
            }

            rows ??= await AblatedSet.ReadAsync(set, repeat, options.Rows, learners.All).ConfigureAwait(false);
            variants[variant.Name] = rows.Variants(learners.One).Contains(variant) ? Measured(rows, learners.One, variant) : null;
            ResultFile.Write(path, result);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{set.Name} r{repeat} {variant.Name}: {variants[variant.Name]?.ToJsonString() ?? "as standard"}"));
        }
    }

    private static JsonObject? Measured(AblatedSet rows, ILearner learner, FeatureVariant variant)
    {
        try
        {
            var (error, seconds) = rows.Measure(learner, variant, setting: 0);
            return new() { ["error"] = error, ["seconds"] = seconds };
        }
        catch (DataException fault)
        {
            Console.Error.WriteLine(fault.Message);
            return null;
        }
    }
}
