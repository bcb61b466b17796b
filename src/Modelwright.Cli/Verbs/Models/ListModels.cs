using Modelwright.Cli.Output.Models;
using Modelwright.Registry;

namespace Modelwright.Cli.Verbs.Models;

/// <summary>'models list': all registered models.</summary>
internal sealed class ListModels : ModelsAction
{
    /// <inheritdoc/>
    public override string Name => "list";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Arguments => [];

    /// <inheritdoc/>
    public override ModelsAnswer Do(ModelsRequest asked, ModelRegistry registry)
    {
        var models = registry.List();
        return new(console => ModelsPage.Write(console, models), writer => ModelsDocument.Write(writer, models));
    }
}
