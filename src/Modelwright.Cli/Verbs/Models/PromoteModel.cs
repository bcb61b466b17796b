using Modelwright.Cli.Hosting;
using Modelwright.Cli.Options;
using Modelwright.Cli.Output.Models;
using Modelwright.Registry;
using Modelwright.Runtime.Packaging.Attestations;
using Modelwright.Stress.Gates;

namespace Modelwright.Cli.Verbs.Models;

/// <summary>'models promote': a version becomes champion, if the gate says yes or is overruled.</summary>
internal sealed class PromoteModel : ModelsAction
{
    /// <inheritdoc/>
    public override string Name => "promote";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Arguments => ["NAME@VERSION"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Options => ["--gate", "--key", "--force", "--reason", "--by"];

    /// <inheritdoc/>
    public override ModelsAnswer Do(ModelsRequest asked, ModelRegistry registry)
    {
        var reader = new CallReader();
        var gate = asked.Gate is { } path ? reader.Read(() => GateFile.Read(path)) : null;
        VerifyingKey?[] keys = [.. asked.Keys.Select(key => reader.Read(() => KeyFile.Verifying(key)))];
        try
        {
            reader.Check();
            var promotion = registry.Promote(asked.What, new() { Gate = gate, Keys = keys!, Force = asked.Force, Reason = asked.Reason, By = asked.By });
            return new(console => PromotionPage.Write(console, promotion), writer => ModelsDocument.WritePromotion(writer, promotion)) { Code = promotion.IsChampion ? ExitCode.Done : ExitCode.AnswerIsNo };
        }
        finally
        {
            foreach (var key in keys)
            {
                key?.Dispose();
            }
        }
    }
}
