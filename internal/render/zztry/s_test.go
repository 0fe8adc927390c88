package zztry
import ("testing";"encoding/json";"kindred/internal/render/palette";"os";"kindred/pedigree";"kindred/pedigree/draw";"kindred/pedigree/layout";"kindred/internal/render/raster";"kindred/internal/textmetric")
func TestS(t *testing.T){
 I:=func(id,m,f pedigree.ID,s pedigree.Sex) pedigree.Individual{return pedigree.Individual{ID:id,Name:string(id),Sex:s,Mother:m,Father:f,Age:pedigree.ExactYear(40)}}
 f:=&pedigree.Family{Individuals:[]pedigree.Individual{I("gf","","","male"),I("gm","","","female"),I("uncle","gm","gf","male"),I("mum","gm","gf","female"),I("dad","","","male"),I("niece","mum","dad","female"),I("kid","niece","uncle","female"),I("w1","","","female"),I("w2","","","female"),I("w3","","","female"),I("k1","w1","dad","female"),I("k2","w2","dad","male"),I("k3","w3","dad","male")},
 Unions:[]pedigree.Union{{Partners:[]pedigree.ID{"dad","w1"},Consanguineous:pedigree.Yes},{Partners:[]pedigree.ID{"dad","w2"},Consanguineous:pedigree.Yes},{Partners:[]pedigree.ID{"dad","w3"},Consanguineous:pedigree.Yes,Status:pedigree.Separated}}}
 st:=draw.Style{Measure:textmetric.Screen}
 l:=layout.Arrange(f,layout.Options{Width:draw.Widths(f,st)})
 s:=draw.Draw(f,l,st)
 o,_:=os.Create("/tmp/kindred/draw/step.png"); raster.Write(o,s,raster.Options{Face:textmetric.Screen,Scale:1.6}); o.Close()
}
func TestHide(t *testing.T){
 for _,n:=range []string{"g10482-breast-ovarian","g10483-lynch"}{
 data,_:=os.ReadFile("../../../assets/families/"+n+".json"); f:=new(pedigree.Family); json.Unmarshal(data,f)
 st:=draw.Style{Measure:textmetric.Letter,HideNames:true,NoFooter:true}
 l:=layout.Arrange(f,layout.Options{Width:draw.Widths(f,st)})
 s:=draw.Draw(f,l,st)
 o,_:=os.Create("/tmp/kindred/draw/hide-"+n+".png"); raster.Write(o,s,raster.Options{Scale:1.6,Palette:palette.Print}); o.Close()
 }}
