using Modelwright.Cli.Hosting;
using Modelwright.Core.Learning;
using Modelwright.Learners;
using Modelwright.LightGbm;

return await CommandLine.RunAsync(args, Host.OfThisProcess(() => new LearnerCatalog().AddBuiltIn().AddLightGbm(), Formats.All));
